/** Follow-ups that answer themselves: asked by mail once, answered by a page without sign-in, corrected by the person herself. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, dayOf, startOfDay } from '../../src/platform/calendar.ts';
import { FollowUpAsking } from '../../src/lead/follow-up.asking.job.ts';
import { JobQueue } from '../../src/platform/job-queue.ts';
import { MailServer } from '../mail-server.ts';
import { type ContactPersonInStory, type LeadInStory, ok, type RegionInStory, Story } from '../story.ts';

const ZONE = 'Europe/Helsinki';
const today = dayOf(new Date(), ZONE);
const at = (hour: number) => new Date(startOfDay(today, ZONE).getTime() + hour * 3_600_000);

let server: MailServer;
let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
beforeAll(async () => {
  server = await MailServer.start();
  story = await Story.begin({ smtpUrl: server.url });
  await story.app.nest.get(JobQueue).work();
  region = await story.region();
  liisa = await region.contactPerson({ name: 'Liisa Laine' });
});
afterAll(async () => {
  await story?.end();
  await server?.stop();
});

const ask = (hour = 12) => story.app.nest.get(FollowUpAsking).ask(at(hour));
let people = 0;
/** Somebody who settled so many months ago that a follow-up is due today. */
const settled = async (fields: Record<string, unknown> = {}, person: Record<string, unknown> = {}) => {
  people += 1;
  const email = `muuttaja${people}@example.org`;
  const lead = await region.lead({
    by: liisa,
    createdOn: '2024-01-01',
    person: { name: `Muuttaja ${people}`, email, languages: ['en'], ...person },
    ...fields,
  });
  const { followUps } = await lead.settles(addMonths(today, -3));
  return { lead, email, followUpId: followUps[0].id as string };
};
/** The path of the page in the mail that this address got. */
const linkFor = async (email: string) => {
  await server.hasFor(email);
  return /\/follow-up\/[\w-]+/.exec(server.for(email)[0]!.mail.text!)![0];
};
/** The mail has gone out, and that is written down. */
const isSent = async (email: string) => {
  await server.hasFor(email);
  for (let turn = 0; turn < 200; turn += 1) {
    const [waiting] = await story.app.sql("select from mail where to_email = $1 and state = 'waiting'", [email]);
    if (!waiting) return;
    await new Promise((next) => setTimeout(next, 50));
  }
};
const page = async (path: string, form?: Record<string, string>) => {
  const response = await fetch(story.app.origin + path, form ? { method: 'POST', body: new URLSearchParams(form) } : {});
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const inbox = async () => ok(await liisa.browser('GET', region.path('/inbox'))).followUps.items.map(({ id }: { id: string }) => id);
const answers = async (lead: LeadInStory) => (await lead.read()).timeline.filter(({ type }: { type: string }) => type === 'follow_up');

describe('a follow-up that falls due', () => {
  it('is asked by mail once, by day, in the language of the person', async () => {
    const { email, followUpId } = await settled({}, { languages: ['uk'] });
    await ask(3);
    expect(await story.app.sql('select from follow_up_request where follow_up_id = $1', [followUpId])).toEqual([]);
    await Promise.all([ask(), ask()]);
    await ask();
    await server.hasFor(email);
    expect(server.for(email)).toHaveLength(1);
    const { mail } = server.for(email)[0]!;
    expect(mail.subject).toBe('Чи ви досі живете тут? Одне запитання');
    expect(mail.text).toContain('приблизно 3 місяці');
    expect(mail.text).toContain('?answer=still_here');
    expect(await story.app.sql('select from mail where kind = $1 and to_email = $2', ['follow_up', email])).toHaveLength(1);
  });

  it('waits a week for the person before it stands in the inbox, and says when she was asked', async () => {
    const { followUpId } = await settled();
    expect(await inbox()).toContain(followUpId);
    await ask();
    expect(await inbox()).not.toContain(followUpId);
    await story.app.sql("update follow_up_request set at = now() - interval '8 days' where follow_up_id = $1", [followUpId]);
    expect(await inbox()).toContain(followUpId);
    const { items } = ok(await liisa.browser('GET', region.path(`/follow-ups?due=${today}`)));
    expect(items.find(({ id }: { id: string }) => id === followUpId).askedAt).toEqual(expect.any(String));
  });

  it('stands in the inbox at once when the mail was refused', async () => {
    const { email, followUpId } = await settled();
    await ask();
    await isSent(email);
    await story.app.sql("update mail set state = 'failed' where id = (select mail_id from follow_up_request where follow_up_id = $1)", [
      followUpId,
    ]);
    expect(await inbox()).toContain(followUpId);
  });

  it('is not asked of who is protected, restricted or without address, where it is long ago, or where the region does not want it', async () => {
    const hidden = await settled({}, { protected: true });
    const silent = await settled({}, { email: undefined, phone: '+358 40 1111111' });
    const restricted = await settled();
    await story.app.sql("update person set restricted_until = '9999-12-31', restricted_because = 'asked' where email = $1", [
      restricted.email,
    ]);
    const late = await settled();
    await story.app.sql('update follow_up set due_on = $2::date where id = $1', [late.followUpId, addDays(today, -40)]);
    await ask();
    ok(await region.admin('PATCH', region.path(''), { followUpsByMail: false }));
    const unwanted = await settled();
    await ask();
    ok(await region.admin('PATCH', region.path(''), { followUpsByMail: true }));
    const ids = [hidden, silent, restricted, late, unwanted].map(({ followUpId }) => followUpId);
    expect(await story.app.sql('select from follow_up_request where follow_up_id = any($1)', [ids])).toEqual([]);
  });
});

describe('the page behind the link', () => {
  it('changes nothing when it is opened, and answers when it is sent', async () => {
    const { lead, email } = await settled();
    await ask();
    const path = await linkFor(email);
    const opened = await page(`${path}?answer=left`);
    expect(opened.status).toBe(200);
    expect(opened.headers.get('set-cookie')).toBeNull();
    expect(opened.text).toContain('value="left" checked');
    expect(await answers(lead)).toEqual([]);

    const sent = await page(path, { status: 'still_here', cameAnyway: 'partly', on: '', note: 'Viihdyn hyvin' });
    expect([sent.status, sent.text]).toEqual([200, expect.stringContaining('Thank you for your answer')]);
    expect(await answers(lead)).toMatchObject([
      { actor: null, followUp: { status: 'still_here', cameAnyway: 'partly', day: today, note: 'Viihdyn hyvin', answeredBy: 'person' } },
    ]);
  });

  it('closes the later questions when she left, and opens them again when she corrects that', async () => {
    const { lead, email } = await settled();
    await ask();
    const path = await linkFor(email);
    await page(path, { status: 'left', on: addDays(today, -5) });
    expect((await lead.read()).followUps.map(({ cancelled }: { cancelled: boolean }) => cancelled)).toEqual([false, true, true]);
    expect((await page(path)).text).toContain('I have moved away');

    await page(path, { status: 'still_here' });
    await page(path, { status: 'still_here' });
    expect((await lead.read()).followUps.map(({ cancelled }: { cancelled: boolean }) => cancelled)).toEqual([false, false, false]);
    const told = await answers(lead);
    expect(
      told.map(({ followUp, voided }: { followUp: { status: string }; voided: unknown }) => [followUp.status, voided !== null]),
    ).toEqual([
      ['still_here', false],
      ['left', true],
    ]);
  });

  it('says what is wrong and keeps what was typed', async () => {
    const { lead, email } = await settled();
    await ask();
    const path = await linkFor(email);
    const nothing = await page(path, { note: 'Sanottavaa' });
    expect(nothing.status).toBe(422);
    expect(nothing.text).toContain('Choose one of the two.');
    expect(nothing.text).toContain('Sanottavaa');
    for (const on of [addDays(today, 1), addMonths(today, -4), 'eilen']) {
      const wrong = await page(path, { status: 'left', on });
      expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('id="e-on"')]);
    }
    expect(await answers(lead)).toEqual([]);
  });

  it('runs from right to left in Arabic', async () => {
    const { email } = await settled({}, { languages: ['ar'] });
    await ask();
    const { text } = await page(await linkFor(email));
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(server.for(email)[0]!.mail.html).toContain('dir="rtl"');
  });

  it('tells nothing behind a link that is none, or when nobody needs to know any more', async () => {
    const { lead, email } = await settled();
    await ask();
    const path = await linkFor(email);
    const outcome = (await lead.read()).timeline.find(({ type }: { type: string }) => type === 'outcome');
    ok(await liisa.browser('POST', region.path(`/outcomes/${outcome.id}/void`), { reason: 'Erehdys' }));
    expect((await page(path)).text).toContain('This need not be answered any more');
    await page(path, { status: 'left' });
    expect(await answers(lead)).toEqual([]);
    const broken = await page(`${path.slice(0, -2)}AA`);
    expect([broken.status, broken.text]).toEqual([404, expect.not.stringContaining('Alue 1')]);
  });
});
