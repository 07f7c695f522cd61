/** Activities change without losing what others wrote. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';
import { refusal } from './refusal.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let marketer: Browser;
let programme: { id: string; name: string; workPackages: { id: string; code: string; name: string }[] };
let second: typeof programme;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
  marketer = await region.marketer();
  programme = ok(await region.admin('POST', region.path('/programmes'), programmeOf('Work & Stay')));
  second = ok(await region.admin('POST', region.path('/programmes'), programmeOf('Koillistuuli')));
});
afterAll(() => story.end());

const programmeOf = (name: string) => ({
  name,
  startsOn: '2023-12-01',
  endsOn: '2025-12-31',
  budgetCents: 100,
  workPackages: [
    { code: 'TP1', name: 'Vetovoima' },
    { code: 'TP2', name: 'Pitovoima' },
  ],
});
const fields = (more: object = {}) => ({
  kind: 'campaign',
  title: 'Nupit Koilliseen',
  channel: 'instagram',
  startsOn: '2025-01-01',
  municipalities: ['305'],
  languages: ['fi'],
  contactPersonId: liisa.id,
  ...more,
});
const make = async (more: object = {}) => ok(await marketer('POST', region.path('/activities'), fields(more)));
const get = async (id: string) => ok(await marketer('GET', region.path(`/activities/${id}`)));
const patch = (id: string, change: object, headers: Record<string, string> = {}) =>
  marketer('PATCH', region.path(`/activities/${id}`), change, headers);

describe('an activity', () => {
  it('changes what is given; null clears, the rest stays', async () => {
    const { id } = await make({
      endsOn: '2025-01-31',
      costCents: 500,
      url: 'https://a.example',
      notes: 'Muista',
      programmeId: programme.id,
    });

    const changed = ok(await patch(id, { title: 'Nupit', endsOn: null, costCents: null, url: null, programmeId: null }));
    expect(changed).toMatchObject({
      title: 'Nupit',
      startsOn: '2025-01-01',
      endsOn: null,
      costCents: null,
      url: null,
      programme: null,
      notes: 'Muista',
    });
    expect(await get(id)).toEqual(changed);
  });

  it('keeps its kind, and its contact person until a hand-over', async () => {
    const { id } = await make();

    expect(refusal(await patch(id, { kind: 'training' }))).toEqual([400, 'kind', 'unrecognized_keys']);
    expect(refusal(await patch(id, { contactPersonId: liisa.id }))).toEqual([400, 'contactPersonId', 'unrecognized_keys']);
  });

  it('is checked as a whole when it is changed', async () => {
    const { id } = await make({ endsOn: '2025-01-31', workPackageId: programme.workPackages[0]!.id });

    expect(refusal(await patch(id, { startsOn: '2025-02-01' }))).toEqual([422, 'endsOn', 'ends_before_start']);
    expect(refusal(await patch(id, { programmeId: second.id }))).toEqual([422, 'workPackageId', 'not_of_this_programme']);
    expect(ok(await patch(id, { programmeId: second.id, workPackageId: second.workPackages[0]!.id })).programme.name).toBe('Koillistuuli');
  });

  it('is not changed by who has seen an older state', async () => {
    const { id } = await make();
    const read = await marketer('GET', region.path(`/activities/${id}`));
    const etag = read.headers.get('etag')!;

    expect((await patch(id, { title: 'Ensin' }, { 'if-match': etag })).status).toBe(200);
    expect((await patch(id, { title: 'Sitten' }, { 'if-match': etag })).status).toBe(412);
    expect((await get(id)).title).toBe('Ensin');
  });

  it('has a version that leads and figures coming in meanwhile do not change', async () => {
    const { id } = await make();
    const etag = async () => (await marketer('GET', region.path(`/activities/${id}`))).headers.get('etag')!;
    const before = await etag();
    await region.lead({ metAt: { id } });
    ok(
      await marketer('PUT', region.path(`/activities/${id}/metrics`), [
        { metric: 'reach', periodStart: '2025-01-01', periodEnd: '2025-01-31', value: 1000, source: 'manual' },
      ]),
    );
    expect(await etag()).toBe(before);
    expect((await patch(id, { title: 'Sama versio' }, { 'if-match': before })).status).toBe(200);
    expect(await etag()).not.toBe(before);
  });

  it('is archived and brought back', async () => {
    const { id } = await make({ title: 'Vanha kampanja' });
    const titles = async (query: string) =>
      ok(await marketer('GET', region.path(`/activities?q=Vanha&${query}`))).items.map(({ title }: { title: string }) => title);

    expect(ok(await patch(id, { archived: true })).archived).toBe(true);
    expect([await titles(''), await titles('archived=true')]).toEqual([[], ['Vanha kampanja']]);
    expect(ok(await patch(id, { archived: false })).archived).toBe(false);
    expect([await titles(''), await titles('archived=true')]).toEqual([['Vanha kampanja'], []]);
  });
});
