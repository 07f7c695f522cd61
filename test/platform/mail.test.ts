/** Mails: first a row, then a letter; taken once, tried again while it is not, and nothing in them becomes a header. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { JobQueue } from '../../src/platform/job-queue.ts';
import { letter } from '../../src/platform/mail/letter.ts';
import { MailDelivery } from '../../src/platform/mail/mail-delivery.ts';
import { Mails, type NewMail } from '../../src/platform/mail/mails.ts';
import { NOBODY, RegionDirectory } from '../../src/platform/region-directory.ts';
import { type RegionFacts, RegionScope } from '../../src/platform/region-scope.ts';
import { MailServer } from '../mail-server.ts';
import { Story } from '../story.ts';

let server: MailServer;
let story: Story;
let region: RegionFacts;
let delivery: MailDelivery;
beforeAll(async () => {
  server = await MailServer.start();
  story = await Story.begin({ smtpUrl: server.url });
  await story.region({ name: 'Koillismaa' });
  [region] = (await story.app.nest.get(RegionDirectory).all()) as [RegionFacts];
  delivery = story.app.nest.get(MailDelivery);
});
afterAll(async () => {
  await story?.end();
  await server?.stop();
});
beforeEach(() => server.refuseAll(undefined));

let written = 0;
const mailTo = (fields: Partial<NewMail> = {}): NewMail => {
  written += 1;
  return {
    kind: 'receipt',
    to: { name: 'Daria Kovalenko', email: `daria${written}@example.org` },
    language: 'uk',
    subject: 'Дякуємо',
    ...letter({ language: 'uk', greeting: 'Вітаємо, Daria!', paragraphs: ['Ми отримали ваше повідомлення.'] }),
    ...fields,
  };
};
const write = (mail: NewMail) => story.app.nest.get(RegionScope).run(region, NOBODY, () => story.app.nest.get(Mails).write(mail));
interface Row {
  state: string;
  attempts: number;
  last_error: string | null;
  due: boolean;
}
const row = async (id: string): Promise<Row> =>
  (await story.app.sql<Row>('select state, attempts, last_error, due_at > now() as due from mail where id = $1', [id]))[0]!;
/** As if the time until the next attempt had passed. */
const later = (id: string) =>
  story.app.sql("update mail set due_at = now() - interval '1 second', claimed_until = now() - interval '1 second' where id = $1", [id]);
const deliver = (id: string) => delivery.deliver(region.id, id);

describe('a mail', () => {
  it('arrives in its language, as text and as HTML, from the region', async () => {
    const mail = mailTo({ replyTo: 'liisa@kuusamo.example' });
    const id = await write(mail);
    await deliver(id);
    const { mail: read } = server.for(mail.to.email)[0]!;
    expect(read.subject).toBe('Дякуємо');
    expect(read.from?.text).toBe('"Koillismaa" <suppilo@alue.example>');
    expect(read.replyTo?.text).toContain('liisa@kuusamo.example');
    expect(read.text).toContain('Вітаємо, Daria!');
    expect(read.html).toContain('lang="uk"');
    expect(read.messageId).toBe(`<${id}@alue.example>`);
    expect(read.headers.get('auto-submitted')).toBe('auto-generated');
    expect(await row(id)).toEqual({ state: 'sent', attempts: 1, last_error: null, due: null });
  });

  it('is sent once, however many try', async () => {
    const mail = mailTo();
    const id = await write(mail);
    await Promise.all([deliver(id), deliver(id), deliver(id)]);
    await deliver(id);
    expect(server.for(mail.to.email)).toHaveLength(1);
  });

  it('is tried again when the server has no time, and counts its attempts', async () => {
    const mail = mailTo();
    const id = await write(mail);
    server.refuseNext({ code: 451, at: 'DATA' });
    await deliver(id);
    expect(await row(id)).toEqual({ state: 'waiting', attempts: 1, last_error: 'SMTP 451 (DATA)', due: true });
    await deliver(id);
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2, last_error: null });
    expect(server.for(mail.to.email)).toHaveLength(1);
  });

  it('fails for good when its address is refused, and the reason names no address', async () => {
    const id = await write(mailTo());
    server.refuseNext({ code: 550, at: 'RCPT' });
    await deliver(id);
    expect(await row(id)).toEqual({ state: 'failed', attempts: 1, last_error: 'SMTP 550 (RCPT TO)', due: null });
    await deliver(id);
    expect(await row(id)).toMatchObject({ state: 'failed', attempts: 1 });
  });

  it('is given up after two days of refusals', async () => {
    const id = await write(mailTo());
    server.refuseAll({ code: 421, at: 'RCPT' });
    let tried = 0;
    while ((await row(id)).state === 'waiting' && tried < 20) {
      await deliver(id);
      await later(id);
      tried += 1;
    }
    expect(await row(id)).toMatchObject({ state: 'failed', attempts: 9 });
  });

  it('is not sent by another while somebody sends it, and taken up again when she died over it', async () => {
    const mail = mailTo();
    const id = await write(mail);
    const before = server.attempts;
    server.refuseNext('hang');
    const stuck = deliver(id);
    await server.wasTried(before + 1);
    await deliver(id);
    expect(server.attempts).toBe(before + 1);
    await later(id);
    await deliver(id);
    expect(server.for(mail.to.email)).toHaveLength(1);
    server.wake();
    await stuck;
    expect(await row(id)).toEqual({ state: 'sent', attempts: 2, last_error: null, due: null });
  });

  it('waits while its transaction is not held, and is never sent when that fails', async () => {
    const mail = mailTo();
    const scope = story.app.nest.get(RegionScope);
    await expect(
      scope.run(region, NOBODY, async () => {
        await story.app.nest.get(Mails).write(mail);
        throw new Error('changed our mind');
      }),
    ).rejects.toThrow('changed our mind');
    expect(await story.app.sql('select from mail where to_email = $1', [mail.to.email])).toEqual([]);
  });

  it('cannot smuggle headers or further recipients in', async () => {
    const mail = mailTo({
      to: { name: 'Eve\r\nBcc: all@example.org', email: 'eve@example.org' },
      subject: 'Hei\r\nBcc: all@example.org\r\n\r\nWords',
      fromName: 'Liisa"\r\nX-Own: 1',
      replyTo: 'liisa@kuusamo.example\r\nX-Own: 2',
    });
    const id = await write(mail);
    await deliver(id);
    const { mail: read, raw } = server.for('eve@example.org')[0]!;
    expect(raw).not.toMatch(/^(bcc|x-own):/im);
    expect(read.subject).toBe('Hei Bcc: all@example.org Words');
    expect(server.for('all@example.org')).toEqual([]);
  });

  it('that was emptied is not sent any more', async () => {
    const mail = mailTo();
    const id = await write(mail);
    await story.app.sql('update mail set to_email = null, to_name = null, subject = null, text = null, html = null where id = $1', [id]);
    await deliver(id);
    await later(id);
    await delivery.sweep();
    expect(await row(id)).toMatchObject({ state: 'failed', last_error: 'emptied', attempts: 0 });
  });
});

describe('the queue', () => {
  it('sends what is written, and what a crash left behind', async () => {
    const left = mailTo();
    const id = await write(left);
    await later(id);
    const fresh = mailTo();
    await story.app.nest.get(JobQueue).work();
    await write(fresh);
    await delivery.sweep();
    await server.hasFor(left.to.email, fresh.to.email);
    expect([server.for(left.to.email).length, server.for(fresh.to.email).length]).toEqual([1, 1]);
  });
});

describe('without a mail server', () => {
  it('mails are kept, and health says so', async () => {
    const without = await Story.begin();
    try {
      await without.region();
      const [here] = (await without.app.nest.get(RegionDirectory).all()) as [RegionFacts];
      const id = await without.app.nest.get(RegionScope).run(here, NOBODY, () => without.app.nest.get(Mails).write(mailTo()));
      await without.app.nest.get(MailDelivery).sweep();
      expect(await without.app.sql('select state, attempts from mail where id = $1', [id])).toEqual([{ state: 'kept', attempts: 0 }]);
      const { status, body } = await without.app.browser()('GET', '/health/ready');
      expect([status, body.checks.mail]).toEqual([200, 'not_configured']);
    } finally {
      await without.end();
    }
  });
});
