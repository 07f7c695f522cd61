/** The outbox: an admin sees what was written and sends it again; who is named only where she may see the person. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { JobQueue } from '../../src/platform/job-queue.ts';
import { MailServer } from '../mail-server.ts';
import { ok, type RegionInStory, Story } from '../story.ts';

let server: MailServer;
let story: Story;
let region: RegionInStory;
beforeAll(async () => {
  server = await MailServer.start();
  story = await Story.begin({ smtpUrl: server.url });
  await story.app.nest.get(JobQueue).work();
  region = await story.region();
});
afterAll(async () => {
  await story?.end();
  await server?.stop();
});

const outbox = async (query = '') => ok(await region.admin('GET', region.path(`/outbox${query}`)));
let people = 0;
/** A message to somebody, taken or refused by the server. */
const message = async (subject: string, { refused = false, ...lead }: Record<string, unknown> & { refused?: boolean } = {}) => {
  people += 1;
  const email = `saaja${people}@example.org`;
  const person = { name: `Saaja ${people}`, email, languages: [] };
  const made = await region.lead({ person, ...lead });
  if (refused) server.refuseNext({ code: 550, at: 'RCPT' });
  const tried = server.attempts + 1;
  const { mailId } = ok(await made.post('/messages', { subject, text: 'Hei!' }));
  await server.wasTried(tried);
  return { mailId: mailId as string, email, lead: made };
};
/** As it stands once the sender has written down what became of it. */
const settled = async (id: string) => {
  for (;;) {
    const mail = ok(await region.admin('GET', region.path(`/outbox/${id}`)));
    if (mail.state !== 'waiting') return mail;
  }
};

it('lists mails, the newest first, and tells one with its words', async () => {
  const first = await message('Ensimmäinen');
  const second = await message('Toinen');
  const { items, total } = await outbox();
  expect([total, items.map(({ subject }: { subject: string }) => subject)]).toEqual([2, ['Toinen', 'Ensimmäinen']]);
  expect(await settled(second.mailId)).toMatchObject({ state: 'sent', to: { email: second.email }, text: expect.stringContaining('Hei!') });
  expect((await outbox('?q=ensimm')).items.map(({ id }: { id: string }) => id)).toEqual([first.mailId]);
  expect((await outbox('?kind=reminder')).total).toBe(0);
  const [read] = await story.app.sql<{ n: number }>(
    "select count(*)::int as n from audit where action = 'read' and row_key ->> 'id' = (select person_id::text from mail where id = $1)",
    [second.mailId],
  );
  expect(read!.n).toBeGreaterThan(0);
});

it('sends one again that has failed, and none twice', async () => {
  const { mailId, email } = await message('Uudelleen', { refused: true });
  expect(await settled(mailId)).toMatchObject({ state: 'failed', lastError: 'SMTP 550 (RCPT TO)' });
  expect(ok(await region.admin('POST', region.path(`/outbox/${mailId}/send`)))).toMatchObject({ state: 'waiting', attempts: 0 });
  await server.hasFor(email);
  expect((await settled(mailId)).state).toBe('sent');
  expect((await region.admin('POST', region.path(`/outbox/${mailId}/send`))).status).toBe(409);
});

it('names nobody whom the admin may not see, and lets others not look', async () => {
  const partner = await region.partner('Toinen kumppani');
  const pekka = await region.contactPerson({ partnerId: partner.id });
  const elsewhere = await message('Toisen kumppanin', { by: pekka });
  const hidden = await message('Turvakielto');
  await story.app.sql('update person set protected = true where id = (select person_id from mail where id = $1)', [hidden.mailId]);
  const { items } = await outbox();
  for (const { mailId } of [elsewhere, hidden]) {
    expect(items.find(({ id }: { id: string }) => id === mailId)).toMatchObject({ hidden: true, to: null, subject: null });
    expect((await region.admin('GET', region.path(`/outbox/${mailId}`))).status).toBe(404);
  }
  expect((await outbox('?q=turvakielto')).total).toBe(0);
  expect((await pekka.browser('GET', region.path('/outbox'))).status).toBe(403);
  const other = await story.region();
  expect((await other.admin('GET', other.path(`/outbox/${elsewhere.mailId}`))).status).toBe(404);
});
