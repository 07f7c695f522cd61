import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
let naturpolis: string;
let ksakki: string;
beforeAll(async () => {
  story = await Story.begin();
  [region, other] = [await story.region(), await story.region()];
  [naturpolis, ksakki] = [(await region.partner('Naturpolis Oy')).id, (await region.partner('Ksakki ry')).id];
});
afterAll(() => story.end());

const WORK_AND_STAY = {
  name: 'Work & Stay – kokonainen elämä Koillismaalla',
  code: 'S30112',
  startsOn: '2023-12-01',
  endsOn: '2025-12-31',
  budgetCents: 222_000_000,
  euFundingCents: 178_000_000,
  fundingStatement: 'Euroopan unionin osarahoittama',
  keepUntil: '2035-12-31',
};
const make = (fields: object = {}) => region.admin('POST', region.path('/programmes'), { ...WORK_AND_STAY, ...fields });
const put = (id: string, fields: object = {}, headers = {}) =>
  region.admin('PUT', region.path(`/programmes/${id}`), { ...WORK_AND_STAY, ...fields }, headers);
const TWO = [
  { code: 'TP1', name: 'Vetovoima' },
  { code: 'TP2', name: 'Pitovoima' },
];

describe('a programme', () => {
  it('keeps its budget, partners and work packages', async () => {
    const answer = await make({ partners: [naturpolis, ksakki, naturpolis], workPackages: TWO });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject(WORK_AND_STAY);
    expect(answer.body.partners).toEqual([
      { id: ksakki, name: 'Ksakki ry' },
      { id: naturpolis, name: 'Naturpolis Oy' },
    ]);
    expect(answer.body.workPackages).toMatchObject(TWO);
    expect(ok(await region.admin('GET', region.path(`/programmes/${answer.body.id}`)))).toEqual(answer.body);
    expect(ok(await region.admin('GET', region.path('/programmes?q=s3011'))).items).toContainEqual(answer.body);
  });

  it('is replaced whole: named work packages stay the same, others come and go', async () => {
    const before = ok(await make({ partners: [ksakki], workPackages: TWO }));
    const [first] = before.workPackages;
    const after = ok(
      await put(before.id, {
        code: undefined,
        keepUntil: undefined,
        partners: [naturpolis],
        workPackages: [
          { ...first, name: 'Veto' },
          { code: 'TP3', name: 'Viestintä' },
        ],
      }),
    );
    expect(after).toMatchObject({ id: before.id, code: null, keepUntil: null, partners: [{ id: naturpolis }] });
    expect(after.workPackages).toEqual([
      { ...first, name: 'Veto' },
      { id: expect.any(String), code: 'TP3', name: 'Viestintä' },
    ]);
  });

  it('lets work packages change their codes with each other', async () => {
    const before = ok(await make({ workPackages: TWO }));
    const [one, two] = before.workPackages;
    const after = ok(
      await put(before.id, {
        workPackages: [
          { ...one, code: 'TP2' },
          { ...two, code: 'TP1' },
        ],
      }),
    );
    expect(after.workPackages.map(({ id, code }: { id: string; code: string }) => [id, code])).toEqual([
      [two.id, 'TP1'],
      [one.id, 'TP2'],
    ]);
  });

  it('lets a new work package take the code of one that goes', async () => {
    const before = ok(await make({ workPackages: TWO }));
    const after = ok(await put(before.id, { workPackages: [{ code: 'TP1', name: 'Uusi' }] }));
    expect(after.workPackages).toHaveLength(1);
    expect(after.workPackages[0].id).not.toBe(before.workPackages[0].id);
  });

  it('does not lose a work package that activities use', async () => {
    const before = ok(await make({ workPackages: TWO }));
    const [used, unused] = before.workPackages;
    await region.activity({ programmeId: before.id, workPackageId: used.id });
    expect(await put(before.id, { workPackages: [unused] })).toMatchObject({
      status: 409,
      body: { code: 'work_package_in_use', issues: [{ path: 'workPackages' }] },
    });
    expect(ok(await region.admin('GET', region.path(`/programmes/${before.id}`)))).toEqual(before);
    expect((await put(before.id, { workPackages: [used] })).status).toBe(200);
  });

  it('tells an editor that somebody was quicker', async () => {
    const { id } = ok(await make());
    const read = await region.admin('GET', region.path(`/programmes/${id}`));
    const etag = { 'if-match': read.headers.get('etag')! };
    expect((await put(id, { name: 'Uusi nimi' }, etag)).status).toBe(200);
    expect((await put(id, { name: 'Toinen nimi' }, etag)).status).toBe(412);
  });

  it.each([
    [{ partners: ['018f2c5e-0000-7000-8000-000000000000'] }, 422, 'partners.0', 'unknown_partner'],
    [
      { workPackages: [{ id: '018f2c5e-0000-7000-8000-000000000000', code: 'TP1', name: 'Veto' }] },
      422,
      'workPackages.0.id',
      'unknown_work_package',
    ],
    [
      {
        workPackages: [
          { code: 'TP1', name: 'Veto' },
          { code: 'TP1', name: 'Pito' },
        ],
      },
      422,
      'workPackages.1.code',
      'code_twice',
    ],
    [{ endsOn: '2023-01-01' }, 400, 'endsOn', 'ends_before_start'],
    [{ euFundingCents: 222_000_001 }, 400, 'euFundingCents', 'more_than_budget'],
  ])('refuses %j', async (fields, status, path, code) => {
    expect(await make(fields)).toMatchObject({ status, body: { issues: [{ path, code }] } });
  });

  it('names the partner that is not there by its place', async () => {
    const strange = ok(await other.admin('GET', other.path('/partners'))).items[0].id;
    expect(await make({ partners: [ksakki, strange] })).toMatchObject({
      status: 422,
      body: { issues: [{ path: 'partners.1', code: 'unknown_partner' }] },
    });
  });

  it('belongs to its region, and is written by admins and marketers', async () => {
    const { id, workPackages } = ok(await make({ workPackages: TWO }));
    expect((await other.admin('GET', other.path(`/programmes/${id}`))).status).toBe(404);
    expect((await other.admin('PUT', other.path(`/programmes/${id}`), WORK_AND_STAY)).status).toBe(404);
    const theirs = ok(await other.admin('POST', other.path('/programmes'), WORK_AND_STAY));
    expect((await other.admin('PUT', other.path(`/programmes/${theirs.id}`), { ...WORK_AND_STAY, workPackages })).status).toBe(422);
    const [marketer, manager] = [await region.marketer(), await region.manager()];
    expect((await marketer('POST', region.path('/programmes'), WORK_AND_STAY)).status).toBe(201);
    expect((await manager('POST', region.path('/programmes'), WORK_AND_STAY)).status).toBe(403);
    expect((await manager('GET', region.path('/programmes'))).status).toBe(200);
    expect((await story.app.browser()('GET', region.path('/programmes'))).status).toBe(401);
  });
});
