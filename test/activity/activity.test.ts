/** Activities are made with a contact person, in a minute. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';
import { refusal } from './refusal.ts';

const NOBODY = '01900000-0000-7000-8000-000000000000';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
let liisa: ContactPersonInStory;
let marketer: Browser;
let programme: { id: string; name: string; workPackages: { id: string; code: string; name: string }[] };
let second: typeof programme;
beforeAll(async () => {
  story = await Story.begin();
  [region, other] = [await story.region(), await story.region()];
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
const post = (more: object = {}, by: Browser = marketer) => by('POST', region.path('/activities'), fields(more));
const make = async (more: object = {}) => ok(await post(more));
const get = async (id: string, by: Browser = marketer) => ok(await by('GET', region.path(`/activities/${id}`)));
const patch = (id: string, change: object, headers: Record<string, string> = {}) =>
  marketer('PATCH', region.path(`/activities/${id}`), change, headers);

describe('an activity', () => {
  it('is made by the marketer with all its facts, and read by everyone', async () => {
    const facts = {
      kind: 'recruitment_event',
      title: 'Rekrymessut',
      channel: 'event',
      audience: 'employers',
      startsOn: '2025-02-01',
      endsOn: '2025-02-02',
      costCents: 120_000,
      municipalities: ['305', '832'],
      languages: ['fi', 'uk'],
      url: 'https://messut.example/2025',
      notes: 'Halli B',
      details: { venue: 'Kuusamotalo', startsAt: '09:00', endsAt: '15:30', capacity: 300 },
    };
    const answer = await post({ ...facts, programmeId: programme.id, workPackageId: programme.workPackages[0]!.id });

    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      ...facts,
      programme: { id: programme.id, name: 'Work & Stay' },
      workPackage: programme.workPackages[0],
      contactPerson: { id: liisa.id, name: liisa.name },
      partner: { name: 'Alue 1' },
      parentId: null,
      parent: null,
      parts: 0,
      partList: [],
      organisations: [],
      attendance: null,
      leads: 0,
      grossReach: null,
      views: null,
      totalCostCents: 120_000,
      archived: false,
    });
    for (const reader of [await region.manager(), liisa.browser, region.admin])
      expect(await get(answer.body.id, reader)).toEqual(answer.body);
  });

  it('is for people, unless its kind brings employers, too', async () => {
    const audiences = [];
    for (const kind of ['campaign', 'recruitment_event', 'workshop', 'training', 'network_meeting', 'info_session']) {
      audiences.push([kind, (await make({ kind })).audience]);
    }
    expect(audiences).toEqual([
      ['campaign', 'people'],
      ['recruitment_event', 'both'],
      ['workshop', 'both'],
      ['training', 'both'],
      ['network_meeting', 'both'],
      ['info_session', 'people'],
    ]);
  });

  it('belongs to the partner of its contact person', async () => {
    const ksakki = await region.partner('Ksakki ry');
    const olena = await region.contactPerson({ partnerId: ksakki.id });

    expect((await make({ contactPersonId: olena.id })).partner).toEqual({ id: ksakki.id, name: 'Ksakki ry' });
    expect((await make({ partnerId: ksakki.id })).partner.id).toBe(ksakki.id);
  });

  it('takes the programme of its work package', async () => {
    expect((await make({ workPackageId: second.workPackages[1]!.id })).programme.name).toBe('Koillistuuli');
  });

  it('is refused without a contact person, or with one who has left', async () => {
    expect(refusal(await post({ contactPersonId: undefined }))).toEqual([400, 'contactPersonId', expect.any(String)]);
    expect(refusal(await post({ contactPersonId: NOBODY }))).toEqual([422, 'contactPersonId', 'not_a_contact_person']);
    const former = await region.contactPerson();
    ok(await region.admin('POST', region.path(`/contact-persons/${former.id}/leave`)));
    expect(refusal(await post({ contactPersonId: former.id }))).toEqual([422, 'contactPersonId', 'not_a_contact_person']);
  });

  it('is refused at the field that refers to nothing here', async () => {
    const foreign = ok(await other.admin('POST', other.path('/programmes'), programmeOf('Vieras')));
    const refusals = [];
    for (const wrong of [
      { programmeId: NOBODY },
      { programmeId: foreign.id },
      { workPackageId: foreign.workPackages[0].id },
      { partnerId: NOBODY },
      { channel: 'myspace' },
      { parentId: NOBODY },
      { programmeId: programme.id, workPackageId: second.workPackages[0]!.id },
      { programmeId: null, workPackageId: second.workPackages[0]!.id },
    ])
      refusals.push(refusal(await post(wrong)));
    expect(refusals).toEqual([
      [422, 'programmeId', 'unknown_programme'],
      [422, 'programmeId', 'unknown_programme'],
      [422, 'workPackageId', 'unknown_work_package'],
      [422, 'partnerId', 'unknown_partner'],
      [422, 'channel', 'unknown_channel'],
      [422, 'parentId', 'unknown_campaign'],
      [422, 'workPackageId', 'not_of_this_programme'],
      [422, 'workPackageId', 'not_of_this_programme'],
    ]);
  });

  it('is refused when a field makes no sense', async () => {
    const paths = [];
    for (const wrong of [
      { title: ' ' },
      { startsOn: '2025-02-30' },
      { endsOn: '2024-12-31' },
      { costCents: -1 },
      { costCents: 1.5 },
      { municipalities: ['999'] },
      { kind: 'party' },
      { url: 'javascript:alert(1)' },
      { languages: ['suomi!'] },
      { details: { venue: 1 } },
      { details: { colour: 'red' } },
      { surprise: 1 },
    ]) {
      const { status, body } = await post(wrong);
      paths.push([status, body.issues?.[0]?.path]);
    }
    expect(paths).toEqual(
      [
        'title',
        'startsOn',
        'endsOn',
        'costCents',
        'costCents',
        'municipalities.0',
        'kind',
        'url',
        'languages.0',
        'details.venue',
        'details.colour',
        'surprise',
      ].map((path) => [400, path]),
    );
  });

  it('may use a channel of the region, until that is archived', async () => {
    const channel = ok(await region.admin('POST', region.path('/channels'), { label: 'Bussimainos' }));
    const made = await make({ channel: channel.key });
    ok(await region.admin('DELETE', region.path(`/channels/${channel.key}`)));

    expect(refusal(await post({ channel: channel.key }))).toEqual([422, 'channel', 'unknown_channel']);
    expect(ok(await patch(made.id, { title: 'Bussit' }))).toMatchObject({ title: 'Bussit', channel: channel.key });
  });

  it('is neither made nor changed by others than marketers and admins', async () => {
    const { id } = await make();
    const manager = await region.manager();
    const statuses = [];
    for (const by of [manager, liisa.browser, story.app.browser(), other.admin]) {
      statuses.push([(await post({}, by)).status, (await by('PATCH', region.path(`/activities/${id}`), { title: 'Oma' })).status]);
    }
    expect(statuses).toEqual([
      [403, 403],
      [403, 403],
      [401, 401],
      [404, 404],
    ]);
  });

  it('of another region is not there', async () => {
    const foreign = await other.campaign();
    const { id } = await make();

    expect((await marketer('GET', region.path(`/activities/${foreign.id}`))).status).toBe(404);
    expect((await patch(foreign.id, { title: 'Minun' })).status).toBe(404);
    expect((await other.admin('GET', other.path(`/activities/${id}`))).status).toBe(404);
    expect((await marketer('GET', region.path('/activities/nonsense'))).status).toBe(404);
    expect((await marketer('GET', other.path(`/activities/${foreign.id}`))).status).toBe(404);
  });

  it('is made once when the request is repeated with its key', async () => {
    const again = () =>
      marketer('POST', region.path('/activities'), fields({ title: 'Kerran vain' }), { 'idempotency-key': 'kerran-vain-1' });
    const [first, repeated] = [ok(await again()), ok(await again())];

    expect(repeated.id).toBe(first.id);
    expect(ok(await marketer('GET', region.path('/activities?q=Kerran+vain'))).total).toBe(1);
  });

  it('hides small counts by language from who may not see persons', async () => {
    const { id } = await make({ kind: 'info_session', channel: 'event' });
    ok(await marketer('POST', region.path(`/activities/${id}/attendance`), { headcount: 20, byLanguage: { uk: 11, ru: 3, ar: 6 } }));

    expect((await get(id, liisa.browser)).attendance).toEqual({ headcount: 20, byLanguage: { uk: 11, ru: 3, ar: 6 } });
    expect((await get(id, await region.manager())).attendance).toEqual({
      headcount: 20,
      byLanguage: { uk: 11, ru: null, ar: null },
      suppressed: true,
    });
  });
});
