/** Who is restricted or objects is not contacted: her page says why and until when; a rejection is told to her in her language. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addMonths } from '../../src/platform/calendar.ts';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
});
afterAll(() => story?.end());

const send = (method: string, personId: string, rest: string, body?: Record<string, unknown>) =>
  liisa.browser(method, region.path(`/persons/${personId}${rest}`), body);
const mailsTo = (address: string) =>
  story.app.sql<{ subject: string; text: string; language: string }>('select subject, text, language from mail where to_email = $1', [
    address,
  ]);

it('her page says why she is not contacted, and until when', async () => {
  const lead = await region.lead({ person: { name: 'Rauhassa', email: 'rauhassa@example.org', languages: [] } });
  const { person, restriction } = await lead.read();
  expect(restriction).toBeNull();
  ok(await send('POST', person.id, '/restriction', {}));
  expect((await lead.read()).restriction).toEqual({ because: 'asked', until: null });
  ok(await send('DELETE', person.id, '/restriction'));
  ok(await send('POST', person.id, '/objection', {}));
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(new Date());
  expect((await lead.read()).restriction).toEqual({ because: 'objection', until: addMonths(today, 1) });
});

it('a rejected objection is told to her in her language, with the reason and where to complain', async () => {
  const lead = await region.lead({ person: { name: 'Daria', email: 'daria@example.org', languages: ['uk'] } });
  const { id } = (await lead.read()).person;
  ok(await send('POST', id, '/objection', {}));
  expect((await send('POST', id, '/objection/decision', { decision: 'rejected' })).status).toBe(400);
  ok(await send('POST', id, '/objection/decision', { decision: 'rejected', reason: 'Дані потрібні для послуги.' }));
  const [mail, ...more] = await mailsTo('daria@example.org');
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ language: 'uk', subject: expect.stringContaining('заперечення') });
  expect(mail!.text).toContain('Дані потрібні для послуги.');
  expect(mail!.text).toContain('tietosuoja.fi');
  expect((await lead.read()).restriction).toBeNull();
});

it('without an address nothing is sent', async () => {
  const lead = await region.lead({ person: { name: 'Osoitteeton', phone: '+358 40 7654322', languages: ['fi'] } });
  const { id } = (await lead.read()).person;
  ok(await send('POST', id, '/objection', {}));
  const before = await story.app.sql('select from mail');
  ok(await send('POST', id, '/objection/decision', { decision: 'rejected', reason: 'Tietoja tarvitaan yhä.' }));
  expect(await story.app.sql('select from mail')).toHaveLength(before.length);
});
