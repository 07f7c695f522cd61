import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
beforeAll(async () => {
  story = await Story.begin();
  [region, other] = [await story.region(), await story.region()];
});
afterAll(() => story.end());

const partner = (fields: object) => region.admin('POST', region.path('/partners'), { basis: 'legitimate_interest', ...fields });

describe('a partner', () => {
  it('is made with its business id in its one form', async () => {
    const answer = await partner({ name: 'Naturpolis Oy', businessId: 'FI17317434', noticeVersion: '2025-1' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      name: 'Naturpolis Oy',
      businessId: '1731743-4',
      basis: 'legitimate_interest',
      noticeVersion: '2025-1',
    });
    expect(ok(await region.admin('GET', region.path(`/partners/${answer.body.id}`)))).toEqual(answer.body);
  });

  it('stands behind the first one in the list, and is found by a part of its name', async () => {
    await partner({ name: 'Ksakki ry' });
    const list = ok(await region.admin('GET', region.path('/partners?limit=1')));
    expect(list.items[0].name).toBe('Alue 1');
    const rest = ok(await region.admin('GET', region.path(`/partners?limit=200&cursor=${list.nextCursor}`)));
    expect(rest.items).toHaveLength(list.total - 1);
    expect(ok(await region.admin('GET', region.path('/partners?q=KSAK'))).items).toEqual([expect.objectContaining({ name: 'Ksakki ry' })]);
  });

  it('changes in part; null takes the business id away', async () => {
    const { id } = ok(await partner({ name: 'Kuusamo', businessId: '0186418-5' }));
    expect(ok(await region.admin('PATCH', region.path(`/partners/${id}`), { basis: 'public_task' }))).toMatchObject({
      name: 'Kuusamo',
      businessId: '0186418-5',
      basis: 'public_task',
    });
    expect(ok(await region.admin('PATCH', region.path(`/partners/${id}`), { businessId: null }))).toMatchObject({
      name: 'Kuusamo',
      businessId: null,
    });
  });

  it('has a name of its own, whatever the letters', async () => {
    const { id } = ok(await partner({ name: 'Posio' }));
    ok(await partner({ name: 'Puolanka' }));
    const taken = { status: 409, body: { code: 'name_taken', issues: [{ path: 'name' }] } };
    expect(await partner({ name: 'POSIO' })).toMatchObject(taken);
    expect(await region.admin('PATCH', region.path(`/partners/${id}`), { name: 'puolanka' })).toMatchObject(taken);
    expect((await region.admin('PATCH', region.path(`/partners/${id}`), { name: 'POSIO' })).status).toBe(200);
  });

  it('is made once when two make it at the same time', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => partner({ name: 'Taivalkoski' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('tells an editor that somebody was quicker', async () => {
    const { id } = ok(await partner({ name: 'Pudasjärvi' }));
    const read = await region.admin('GET', region.path(`/partners/${id}`));
    const etag = { 'if-match': read.headers.get('etag')! };
    expect((await region.admin('PATCH', region.path(`/partners/${id}`), { basis: 'consent' }, etag)).status).toBe(200);
    expect((await region.admin('PATCH', region.path(`/partners/${id}`), { basis: 'contract' }, etag)).status).toBe(412);
  });

  it('refuses a wrong business id at its field', async () => {
    expect(await partner({ name: 'Väärä Oy', businessId: '1731743-5' })).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'businessId', code: 'wrong_business_id' }] },
    });
  });

  it('belongs to its region, and is written by admins', async () => {
    const { id } = ok(await partner({ name: 'Oma ry' }));
    expect((await other.admin('GET', other.path(`/partners/${id}`))).status).toBe(404);
    expect((await other.admin('PATCH', other.path(`/partners/${id}`), { name: 'Meidän ry' })).status).toBe(404);
    expect(ok(await other.admin('GET', other.path('/partners'))).total).toBe(1);
    const marketer = await region.marketer();
    expect((await marketer('GET', region.path('/partners'))).status).toBe(200);
    expect((await marketer('POST', region.path('/partners'), { name: 'Markkinat Oy', basis: 'consent' })).status).toBe(403);
    expect((await story.app.browser()('GET', region.path('/partners'))).status).toBe(401);
  });
});
