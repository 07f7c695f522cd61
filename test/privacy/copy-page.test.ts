/** The copy of everything as a page: every word is in the person's language or the region's own, none is a key as it is stored. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KNOWN_OPTIONS } from '../../src/capture/form.schema.ts';
import { AGE_CLASSES, HOWS, NOTICE_GIVEN } from '../../src/lead/lead.schema.ts';
import { CAME_ANYWAY, FOLLOW_UP_STATUSES, HOME_MUNICIPALITY, OUTCOME_TYPES, RESIDENCES } from '../../src/lead/outcome.schema.ts';
import { RESTRICTION_CAUSES } from '../../src/lead/person.schema.ts';
import { INTENTS, LOST_REASONS } from '../../src/lead/pipeline.schema.ts';
import { MailState } from '../../src/platform/mail/mail.schema.ts';
import { ERASURE_REASONS, OBJECTION_DECISIONS } from '../../src/privacy/privacy.schema.ts';
import { BASES } from '../../src/region/region.schema.ts';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';

/** What the audit remembers of a person. */
const ACTIONS = ['read', 'insert', 'update', 'delete', 'export', 'link'];
/** By its place in the catalogue: each list of words that are stored as keys. */
const CLOSED: Readonly<Record<string, readonly string[]>> = {
  intent: INTENTS,
  basis: BASES,
  'told.how': HOWS,
  'told.given': NOTICE_GIVEN,
  'told.age': AGE_CLASSES,
  'told.lostReason': LOST_REASONS,
  'told.outcome': OUTCOME_TYPES,
  'told.residence': RESIDENCES,
  'told.homeMunicipality': HOME_MUNICIPALITY,
  'told.followUp': FOLLOW_UP_STATUSES,
  'told.cameAnyway': CAME_ANYWAY,
  'told.mailState': MailState.options,
  'told.decision': OBJECTION_DECISIONS,
  'told.erasure': ERASURE_REASONS,
  'told.restriction': RESTRICTION_CAUSES,
  'told.did': ACTIONS,
};
/** Keys of stages, languages, countries and municipalities that the story names. */
const NAMED = ['new', 'contacted', 'qualified', 'visiting', 'won', 'lost', 'uk', 'fi', 'UA', 'PL', '305', '832', '614', '091'];
const KEYS: ReadonlySet<string> = new Set([...Object.values(CLOSED).flat(), ...KNOWN_OPTIONS, ...NAMED]);

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
});
afterAll(() => story?.end());

/** Somebody of whom everything is kept that can be. */
async function withEverything(): Promise<string> {
  const organisation = { name: 'Pohjan Työ Oy' };
  const fair = await region.recruitmentEvent({ on: '2025-02-01', title: 'Rekrytori' });
  const lead = await region.lead({
    person: { name: 'Olena Omasivu', email: 'olena@example.org', languages: ['uk', 'fi'] },
    language: 'uk',
    origin: 'UA',
    ageClass: '30_44',
    municipality: '305',
    heardFrom: ['search_engine', 'friend'],
    basis: { kind: 'legitimate_interest', noticeGiven: 'shown' },
    createdOn: '2025-02-10',
    note: 'Etsii asuntoa',
    metAt: [fair, 'own_initiative'],
  });
  const { person, timeline } = await lead.read();
  ok(await lead.post('/touches', { how: 'referral', organisation, at: '2025-02-11T10:00:00Z' }));
  const touch = timeline.find(({ touch }: { touch?: { how: string } }) => touch?.how === 'own_initiative');
  ok(await liisa.browser('POST', region.path(`/touches/${touch.id}/void`), { reason: 'Väärä rivi' }));
  await lead.isLost('no_housing', '2025-02-12');
  await lead.reaches('contacted', '2025-02-13');
  const { followUps } = await lead.settles('2025-03-01', {
    children: 1,
    from: { country: 'PL', municipality: '091' },
    residence: 'temporary',
    homeMunicipality: 'unknown',
  });
  const answer = { status: 'still_here', on: '2025-06-01', cameAnyway: 'partly' };
  ok(await liisa.browser('POST', region.path(`/follow-ups/${followUps[0].id}`), answer));
  ok(await liisa.browser('POST', region.path(`/activities/${fair.id}/attendance`), { headcount: 9, attendees: [{ personId: person.id }] }));
  const act = (rest: string, body: Record<string, unknown> = {}) =>
    liisa.browser('POST', region.path(`/persons/${person.id}${rest}`), body).then(ok);
  await act('/objection');
  await act('/objection/decision', { decision: 'rejected', reason: 'Tietoja tarvitaan yhä.' });
  ok(await liisa.browser('PATCH', region.path(`/persons/${person.id}`), { phone: '040 1234567' }));
  await act('/restriction');
  return new URL((await act('/own-page')).url).pathname;
}

/** The texts of a page as they stand in it, each part of a line by itself. */
async function partsOf(path: string): Promise<string[]> {
  const page = await (await fetch(story.app.origin + path)).text();
  const main = /<main>(.*)<\/main>/s.exec(page)![1]!;
  return main
    .split(/<[^>]*>/)
    .flatMap((text) => text.split(/ · |, /))
    .map((text) => text.trim())
    .filter(Boolean);
}

describe('the copy as a page', () => {
  let path: string;
  beforeAll(async () => {
    path = await withEverything();
  });

  it.each(['fi', 'uk'])('tells nothing as it is stored, in %s', async (language) => {
    const parts = await partsOf(`${path}/copy?lang=${language}`);
    expect(parts.filter((part) => KEYS.has(part))).toEqual([]);
    // Neither a place in the catalogue that has no words, nor a day as the database writes it.
    expect(parts.filter((part) => /^[a-z]\w*(\.\w+)+$|^\d{4}-\d\d-\d\d/.test(part))).toEqual([]);
  });

  it('is in her language, with the stages as the region calls them', async () => {
    const parts = await partsOf(`${path}/copy?lang=uk`);
    expect(parts).toEqual(
      expect.arrayContaining([
        ...['переїзд', 'Україна', 'Польща', 'українська', 'фінська', 'Kuusamo', 'Пошукова система'],
        ...['законний інтерес: ви звернулися самі', 'повідомлення показано', 'вік 30–44 роки', 'вас скерувала інша організація'],
        ...['завершено без результату', 'не знайдено житла', 'анульовано', 'переїзд до регіону', 'дітей: 1', 'тимчасове проживання'],
        ...['через 3 міс.', 'усе ще тут', 'почасти завдяки нашій допомозі', 'відхилено', 'використання обмежено', 'змінено'],
        ...['Yhteys saatu', 'Asettunut', 'Pohjan Työ Oy', 'Väärä rivi'],
      ]),
    );
    expect(await partsOf(`${path}/copy?lang=fi`)).toEqual(expect.arrayContaining(['Hakukone', 'Ukraina', 'ei löytynyt asuntoa', 'luettu']));
  });

  it('has words for every key of every closed list', () => {
    const words = JSON.parse(readFileSync(new URL('../../src/privacy/my.fi.json', import.meta.url), 'utf8'));
    const at = (place: string) => place.split('.').reduce((below, key) => below?.[key], words);
    for (const [place, keys] of Object.entries(CLOSED)) expect(Object.keys(at(place) ?? {})).toEqual(expect.arrayContaining([...keys]));
  });
});
