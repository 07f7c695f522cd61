/** Messages: a contact person writes to a person by mail; it arrives in her name and answers who waits. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobQueue } from '../../src/platform/job-queue.ts';
import { MailServer } from '../mail-server.ts';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';

let server: MailServer;
let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
beforeAll(async () => {
  server = await MailServer.start();
  story = await Story.begin({ smtpUrl: server.url });
  await story.app.nest.get(JobQueue).work();
  region = await story.region();
  liisa = await region.contactPerson({
    name: 'Liisa Laine',
    email: 'liisa@kuusamo.example',
    profile: { title: 'Yhteyshenkilö', phone: '+358 40 1234567', languages: ['fi', 'uk'], municipalities: ['305'] },
  });
});
afterAll(async () => {
  await story?.end();
  await server?.stop();
});

const message = { subject: 'Kotisi Kuusamossa', text: 'Hei Daria!\n\nSoitanko huomenna?' };

describe('a message', () => {
  it('arrives in the name of the contact person, and the answer goes to her', async () => {
    const lead = await region.lead({ by: liisa, person: { name: 'Daria Kovalenko', email: 'daria@example.org', languages: ['uk'] } });
    ok(await lead.post('/messages', message));
    await server.hasFor('daria@example.org');
    const { mail } = server.for('daria@example.org')[0]!;
    expect(mail.from?.text).toBe('"Liisa Laine" <suppilo@alue.example>');
    expect(mail.replyTo?.value[0]?.address).toBe('liisa@kuusamo.example');
    expect(mail.subject).toBe(message.subject);
    expect(mail.text).toContain('Soitanko huomenna?');
    expect(mail.text).toContain('З повагою\nLiisa Laine\nYhteyshenkilö');
    expect(mail.headers.has('auto-submitted')).toBe(false);
  });

  it('is a first answer and a touch, and stands once in the story', async () => {
    const lead = await region.lead({ by: liisa, createdAt: new Date(Date.now() - 60 * 86_400_000).toISOString() });
    expect((await lead.read()).respondedAt).toBeNull();
    ok(await lead.post('/messages', message));
    const page = await lead.read();
    expect(page.respondedAt).not.toBeNull();
    expect(Date.now() - new Date(page.touchedAt).getTime()).toBeLessThan(86_400_000);
    const told = page.timeline.filter(({ type }: { type: string }) => type === 'message' || type === 'note');
    expect(told).toMatchObject([{ type: 'message', actor: 'Liisa Laine', message: { text: `${message.subject}\n\n${message.text}` } }]);
  });

  it('goes to nobody out of view, without an address, or who is restricted', async () => {
    const lead = await region.lead({ by: liisa });
    const other = await region.partner('Toinen kumppani');
    const pekka = await region.contactPerson({ partnerId: other.id });
    expect((await lead.post('/messages', message, pekka.browser)).status).toBe(404);
    expect((await lead.post('/messages', message, await region.marketer())).status).toBe(403);
    const phoneOnly = await region.lead({ by: liisa, person: { name: 'Vain Puhelin', phone: '+358 40 7654321', languages: [] } });
    expect((await phoneOnly.post('/messages', message)).body).toMatchObject({ status: 409, type: expect.stringContaining('no_email') });
    const personId = (await lead.read()).person.id;
    await story.app.sql("update person set restricted_until = '9999-12-31', restricted_because = 'asked' where id = $1", [personId]);
    expect((await lead.post('/messages', message)).status).toBe(409);
    expect((await lead.post('/messages', { subject: ' ', text: 'x' })).status).toBe(400);
  });

  it('is refused plainly where no mail server is set up', async () => {
    const without = await Story.begin();
    try {
      const here = await without.region();
      const lead = await here.lead();
      expect(ok(await lead.browser('GET', here.path('/mail')))).toEqual({
        configured: false,
        from: 'suppilo@alue.example',
        linksWork: false,
        languages: ['fi', 'sv', 'en', 'uk', 'ru', 'ar'],
      });
      const refused = await lead.post('/messages', message);
      expect([refused.status, refused.body.type]).toEqual([409, expect.stringContaining('mail_not_set_up')]);
    } finally {
      await without.end();
    }
  });
});
