/** Many activities in one request: a marketer's earlier years with the figures that are known of them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
let liisa: ContactPersonInStory;
let marketer: Browser;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  other = await story.region();
  liisa = await region.contactPerson();
  marketer = await region.marketer();
});
afterAll(() => story?.end());

type Fields = Record<string, unknown>;
const row = (title: string, fields: Fields = {}, figures?: Fields) => ({
  id: newId(),
  activity: {
    kind: 'campaign',
    title,
    channel: 'instagram',
    startsOn: '2024-03-01',
    endsOn: '2024-03-31',
    costCents: 120_000,
    contactPersonId: liisa.id,
    municipalities: ['305'],
    languages: [],
    ...fields,
  },
  ...(figures ? { figures } : {}),
});
const send = (rows: Fields[], by = marketer) => by('POST', region.path('/activities/bulk'), { rows });
const states = (body: { items: { state: string }[] }) => body.items.map(({ state }) => state);

describe('many activities in one request', () => {
  it('lands the good rows with their figures and says what is wrong with the others', async () => {
    const rows = [
      row('Vanha kampanja', {}, { reach: 40_000, impressions: 90_000 }),
      row('Väärin päin', { endsOn: '2024-02-01' }),
      row('Ilman yhteyshenkilöä', { contactPersonId: newId() }),
      row('Outo kanava', { channel: 'savumerkit' }),
    ];
    const { items } = ok(await send(rows));
    expect(states({ items })).toEqual(['saved', 'refused', 'refused', 'refused']);
    expect(items[1].problem.issues).toMatchObject([{ path: 'activity.endsOn', code: 'ends_before_start' }]);
    expect(items[2].problem.issues).toMatchObject([{ path: 'activity.contactPersonId', code: 'not_a_contact_person' }]);
    expect(items[3].problem.issues[0].path).toBe('activity.channel');
    const made = ok(await marketer('GET', region.path(`/activities/${rows[0]!.id}`)));
    expect(made).toMatchObject({ title: 'Vanha kampanja', grossReach: 40_000, contactPerson: { id: liisa.id }, costCents: 120_000 });
    expect(ok(await marketer('GET', region.path('/activities?q=Outo'))).total).toBe(0);
  });

  it('has one effect, however often it comes', async () => {
    const rows = [row('Kahdesti', {}, { reach: 10 }), row('Samoin')];
    expect(states(ok(await send(rows)))).toEqual(['saved', 'saved']);
    expect(states(ok(await send(rows)))).toEqual(['repeated', 'repeated']);
    expect(ok(await marketer('GET', region.path('/activities?q=Kahdesti')))).toMatchObject({ total: 1, items: [{ grossReach: 10 }] });
  });

  it('is bounded, and for those who register activities in their own region', async () => {
    expect((await send(Array.from({ length: 501 }, (_, at) => row(`Liikaa ${at}`)))).status).toBe(400);
    expect((await send([row('Oikeus')], liisa.browser)).status).toBe(403);
    expect((await send([row('Oikeus')], await other.marketer())).status).toBe(404);
    expect(ok(await marketer('GET', region.path('/activities?q=Oikeus'))).total).toBe(0);
    expect(ok(await marketer('GET', region.path('/activities?q=Liikaa'))).total).toBe(0);
  });
});
