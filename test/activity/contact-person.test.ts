/** Every activity has exactly one responsible contact person at any time, and a hand-over keeps who it was before. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';
import { refusal } from './refusal.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let olena: ContactPersonInStory;
let mari: ContactPersonInStory;
let marketer: Browser;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
  olena = await region.contactPerson();
  mari = await region.contactPerson();
  marketer = await region.marketer();
});
afterAll(() => story.end());

const give = (activity: { id: string }, to: { id: string }, on?: string, by: Browser = marketer) =>
  by('PUT', region.path(`/activities/${activity.id}/contact-person`), { contactPersonId: to.id, ...(on ? { on } : {}) });
const history = ({ contactHistory }: { contactHistory: { contactPerson: { id: string }; since: string; until: string | null }[] }) =>
  contactHistory.map(({ contactPerson, since, until }) => [contactPerson.id, since, until]);
const get = async (id: string) => ok(await marketer('GET', region.path(`/activities/${id}`)));
const today = () => new Date().toLocaleDateString('sv', { timeZone: 'Europe/Helsinki' });
const NOW = expect.stringMatching(/^\d{4}-.*Z$/);

describe('the contact person of an activity', () => {
  it('is responsible from its first day, or from now while that is still to come', async () => {
    const [past, coming] = [await region.campaign({ startsOn: '2025-06-01' }), await region.campaign({ startsOn: '2999-01-01' })];

    expect(history(await get(past.id))).toEqual([[liisa.id, '2025-05-31T21:00:00.000Z', null]]);
    const [row] = history(await get(coming.id));
    expect(Math.abs(Date.now() - Date.parse(row![1]!))).toBeLessThan(60_000);
  });

  it('hands over now', async () => {
    const campaign = await region.campaign();
    const handed = ok(await give(campaign, olena));

    expect(handed.contactPerson).toEqual({ id: olena.id, name: olena.name });
    const [before, after] = history(handed);
    expect([before, after]).toEqual([
      [liisa.id, '2024-12-31T22:00:00.000Z', NOW],
      [olena.id, before![2], null],
    ]);
    expect(Math.abs(Date.now() - Date.parse(after![1]!))).toBeLessThan(60_000);
  });

  it('hands over from the start of an earlier day', async () => {
    const campaign = await region.campaign();

    expect(history(ok(await give(campaign, olena, '2025-03-01')))).toEqual([
      [liisa.id, '2024-12-31T22:00:00.000Z', '2025-02-28T22:00:00.000Z'],
      [olena.id, '2025-02-28T22:00:00.000Z', null],
    ]);
    expect(history(ok(await give(campaign, mari, '2025-03-02'))).slice(1)).toEqual([
      [olena.id, '2025-02-28T22:00:00.000Z', '2025-03-01T22:00:00.000Z'],
      [mari.id, '2025-03-01T22:00:00.000Z', null],
    ]);
  });

  it('hands over from the first day on, and back again', async () => {
    const campaign = await region.campaign();
    ok(await give(campaign, olena, '2025-01-01'));
    const back = ok(await give(campaign, liisa, '2025-01-01'));

    const start = '2024-12-31T22:00:00.000Z';
    expect(history(back)).toEqual([
      [liisa.id, start, start],
      [olena.id, start, start],
      [liisa.id, start, null],
    ]);
  });

  it('hands over today what began today', async () => {
    const campaign = await region.campaign({ startsOn: '2999-01-01' });

    expect(ok(await give(campaign, olena, today())).contactPerson.id).toBe(olena.id);
  });

  it('does not hand over in the future, before her own start, to herself or to nobody', async () => {
    const campaign = await region.campaign();
    ok(await give(campaign, olena, '2025-03-01'));
    const refusals = [
      await give(campaign, mari, '2999-01-01'),
      await give(campaign, mari, '2025-02-28'),
      await give(campaign, olena),
      await give(campaign, { id: '01900000-0000-7000-8000-000000000000' }),
    ];
    expect(refusals.map(refusal)).toEqual([
      [422, 'on', 'in_future'],
      [422, 'on', 'before_start'],
      [409, 'contactPersonId', 'same_person'],
      [422, 'contactPersonId', 'not_a_contact_person'],
    ]);
    expect(history(await get(campaign.id))).toHaveLength(2);
  });

  it('hands over the parts that she holds, too', async () => {
    const campaign = ok(
      await marketer('POST', region.path('/activities'), {
        kind: 'campaign',
        title: 'Nupit',
        channel: 'instagram',
        startsOn: '2025-01-01',
        municipalities: [],
        languages: [],
        contactPersonId: liisa.id,
        parts: [{ channel: 'facebook' }, { channel: 'radio' }],
      }),
    );
    const [facebook, radio] = campaign.partList;
    ok(await give(radio, mari));

    ok(await give(campaign, olena, '2025-03-01'));
    expect(history(await get(facebook.id))).toEqual([
      [liisa.id, '2024-12-31T22:00:00.000Z', '2025-02-28T22:00:00.000Z'],
      [olena.id, '2025-02-28T22:00:00.000Z', null],
    ]);
    expect((await get(radio.id)).contactPerson.id).toBe(mari.id);
  });

  it('is one at any time, however many hand over at once', async () => {
    const campaign = await region.campaign();
    const answers = await Promise.all([give(campaign, olena), give(campaign, mari), give(campaign, olena), give(campaign, mari)]);

    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const rows = history(await get(campaign.id));
    expect(rows.filter(([, , until]) => until === null)).toHaveLength(1);
    expect(rows.slice(1).map(([, since]) => since)).toEqual(rows.slice(0, -1).map(([, , until]) => until));
  });

  it('changes only by marketers and admins of the region', async () => {
    const campaign = await region.campaign();
    const other = await story.region();

    expect([
      (await give(campaign, olena, undefined, await region.manager())).status,
      (await give(campaign, olena, undefined, liisa.browser)).status,
      (await give(campaign, olena, undefined, story.app.browser())).status,
      (await give(campaign, olena, undefined, other.admin)).status,
      (await other.admin('PUT', other.path(`/activities/${campaign.id}/contact-person`), { contactPersonId: olena.id })).status,
    ]).toEqual([403, 403, 401, 404, 404]);
  });
});
