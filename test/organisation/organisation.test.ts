import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OrganisationService } from '../../src/organisation/organisation.service.ts';
import type { OrganisationRef } from '../../src/organisation/organisation.schema.ts';
import { RegionScope } from '../../src/platform/region-scope.ts';
import { ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
beforeAll(async () => {
  story = await Story.begin();
  [region, other] = [await story.region(), await story.region()];
});
afterAll(() => story.end());

const make = (fields: object) => region.admin('POST', region.path('/organisations'), fields);
const byId = async (id: string) => ok(await region.admin('GET', region.path(`/organisations/${id}`)));

/** As another room asks for organisations, in a transaction of its own. */
async function resolve(refs: OrganisationRef[]): Promise<string[]> {
  const facts = ok(await region.admin('GET', region.path('')));
  return story.app.nest
    .get(RegionScope)
    .run(facts, { userId: null, roles: [] }, () => story.app.nest.get(OrganisationService).resolve(refs));
}

describe('an organisation', () => {
  it('is made, found by a part of its name or its business id, and changed in part', async () => {
    const answer = await make({ name: 'Pölkky Oy', businessId: '0186418-5', industry: 'Saha', municipality: '305' });
    expect(answer).toMatchObject({
      status: 201,
      body: { name: 'Pölkky Oy', businessId: '0186418-5', industry: 'Saha', municipality: '305' },
    });
    const { id } = answer.body;
    expect(ok(await region.admin('GET', region.path('/organisations?q=p%C3%B6lk'))).items).toEqual([answer.body]);
    expect(ok(await region.admin('GET', region.path('/organisations?q=0186418'))).items).toEqual([answer.body]);
    expect(ok(await region.admin('GET', region.path('/organisations?q=%25')))).toEqual({ items: [], nextCursor: null, total: 0 });
    expect(ok(await region.admin('PATCH', region.path(`/organisations/${id}`), { industry: null, municipality: '614' }))).toEqual({
      ...answer.body,
      industry: null,
      municipality: '614',
    });
  });

  it('is known by its business id, and by its name when it has none', async () => {
    ok(await make({ name: 'Rukakeskus Oy', businessId: '1731743-4' }));
    ok(await make({ name: 'Hirvaskosken kyläyhdistys' }));
    expect(await make({ name: 'Toinen nimi Oy', businessId: '1731743-4' })).toMatchObject({
      status: 409,
      body: { code: 'organisation_exists', issues: [{ path: 'businessId' }] },
    });
    expect(await make({ name: 'HIRVASKOSKEN kyläyhdistys' })).toMatchObject({
      status: 409,
      body: { code: 'organisation_exists', issues: [{ path: 'name' }] },
    });
    const { id } = ok(await make({ name: 'Jokin yhdistys' }));
    expect((await region.admin('PATCH', region.path(`/organisations/${id}`), { name: 'hirvaskosken kyläyhdistys' })).status).toBe(409);
    expect((await region.admin('PATCH', region.path(`/organisations/${id}`), { businessId: '1731743-4' })).status).toBe(409);
    expect((await region.admin('PATCH', region.path(`/organisations/${id}`), { name: 'JOKIN yhdistys' })).status).toBe(200);
  });

  it('tells an editor that somebody was quicker', async () => {
    const { id } = ok(await make({ name: 'Kuusamon Uistin' }));
    const etag = { 'if-match': (await region.admin('GET', region.path(`/organisations/${id}`))).headers.get('etag')! };
    expect((await region.admin('PATCH', region.path(`/organisations/${id}`), { industry: 'Vieheet' }, etag)).status).toBe(200);
    expect((await region.admin('PATCH', region.path(`/organisations/${id}`), { industry: 'Kalastus' }, etag)).status).toBe(412);
  });

  it('belongs to its region, and is written by those who meet organisations', async () => {
    const { id } = ok(await make({ name: 'Oma Oy' }));
    expect((await other.admin('GET', other.path(`/organisations/${id}`))).status).toBe(404);
    expect((await other.admin('PATCH', other.path(`/organisations/${id}`), { name: 'Meidän Oy' })).status).toBe(404);
    expect(ok(await other.admin('GET', other.path('/organisations'))).total).toBe(0);
    const [manager, marketer] = [await region.manager(), await region.marketer()];
    expect((await manager('GET', region.path('/organisations'))).status).toBe(200);
    expect((await manager('POST', region.path('/organisations'), { name: 'Johdon Oy' })).status).toBe(403);
    expect((await marketer('POST', region.path('/organisations'), { name: 'Markkinoijan Oy' })).status).toBe(201);
    expect((await story.app.browser()('GET', region.path('/organisations'))).status).toBe(401);
  });
});

describe('organisations that another room names', () => {
  it('are those known by id, business id or name, else new ones, in their order', async () => {
    const byName = ok(await make({ name: 'Taivalvaara ry' })).id;
    const byNumber = ok(await make({ name: 'Iijoki Oy', businessId: '0112038-9' })).id;
    const [first, second, third, fourth, fifth] = await resolve([
      { name: 'Uusi Oy' },
      { id: byName },
      { name: 'Aivan muu nimi', businessId: '0112038-9' },
      { name: 'taivalvaara RY' },
      { name: 'UUSI oy' },
    ]);
    expect([second, third, fourth]).toEqual([byName, byNumber, byName]);
    expect(fifth).toBe(first);
    expect(await byId(first!)).toMatchObject({ name: 'Uusi Oy', businessId: null });
  });

  it('take the business id that becomes known, and keep what they had', async () => {
    const { id } = ok(await make({ name: 'Korvatunturi Oy', industry: 'Lelut' }));
    expect(
      await resolve([
        { name: 'korvatunturi oy', businessId: '1552014-8', industry: 'Lahjat', municipality: '305' },
        { name: 'Korvatunturi Oy' },
      ]),
    ).toEqual([id, id]);
    expect(await byId(id)).toEqual({ id, name: 'Korvatunturi Oy', businessId: '1552014-8', industry: 'Lelut', municipality: '305' });
  });

  it('of one name but two business ids are two', async () => {
    const [one, two, byName] = await resolve([
      { name: 'Kahvila Aamu', businessId: '2331972-7' },
      { name: 'Kahvila Aamu', businessId: '0201256-6' },
      { name: 'Kahvila Aamu' },
    ]);
    expect(one).not.toBe(two);
    expect([one, two]).toContain(byName);
  });

  it('are made once when several name them at the same time', async () => {
    const names = ['Rinnakkain A', 'Rinnakkain B', 'Rinnakkain C'];
    const asked = [names, [...names].reverse(), names, [...names].reverse()].map((some) => some.map((name) => ({ name })));
    const answers = await Promise.all(asked.map(resolve));
    expect(new Set(answers.flat()).size).toBe(3);
    expect(answers[1]).toEqual([...answers[0]!].reverse());
  });

  it('must be there when they are named by id', async () => {
    const strange = ok(await other.admin('POST', other.path('/organisations'), { name: 'Naapurin Oy' })).id;
    await expect(resolve([{ name: 'Oikea Oy' }, { id: strange }])).rejects.toMatchObject({
      status: 422,
      code: 'unknown_organisation',
      issues: [{ path: 'organisations.1.id' }],
    });
    expect(ok(await region.admin('GET', region.path('/organisations?q=Oikea'))).total).toBe(0);
  });

  it('may be none', async () => {
    expect(await resolve([])).toEqual([]);
  });
});
