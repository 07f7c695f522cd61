import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok, PASSWORD, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
beforeAll(async () => {
  story = await Story.begin();
  [region, other] = [await story.region(), await story.region()];
});
afterAll(() => story.end());

let people = 0;
const newcomer = (fields: object = {}) => {
  people += 1;
  return { name: `Tulokas ${people}`, email: `tulokas${people}@example.fi`, roles: ['marketer'], ...fields };
};
const join = (fields: object = {}, to = region) => to.admin('POST', to.path('/members'), newcomer(fields));
const patch = (id: string, change: object, headers = {}) => region.admin('PATCH', region.path(`/members/${id}`), change, headers);
const signIn = (email: string, password: string) => story.app.browser()('POST', '/session', { email, password });
const adminId = async (of = region) => ok(await of.admin('GET', '/session')).user.id;

describe('a member', () => {
  it('is found by a part of her name or address, and by whether she is active', async () => {
    const { id, name, email } = ok(await join({ name: 'Etsitty Jäsen' }));
    const list = async (query: string) =>
      ok(await region.admin('GET', region.path(`/members?${query}`))).items.map((member: { id: string }) => member.id);
    expect(await list('q=etsitt%C3%A4x')).toEqual([]);
    expect(await list('q=ETSITTY')).toEqual([id]);
    expect(await list(`q=${email}`)).toEqual([id]);
    ok(await patch(id, { active: false }));
    expect(await list(`q=${encodeURIComponent(name)}&active=true`)).toEqual([]);
    expect(await list(`q=${encodeURIComponent(name)}&active=false`)).toEqual([id]);
  });

  it('changes her roles with her next request', async () => {
    const { id, browser } = await region.member(['marketer']);
    expect((await browser('GET', region.path('/members'))).status).toBe(403);
    ok(await patch(id, { roles: ['admin', 'marketer'] }));
    expect((await browser('GET', region.path('/members'))).status).toBe(200);
    ok(await patch(id, { roles: ['marketer'] }));
    expect((await browser('GET', region.path('/members'))).status).toBe(403);
  });

  it('leaves in the audit who changed her roles, from what to what', async () => {
    const { id } = await region.member(['marketer']);
    ok(await patch(id, { roles: ['manager'] }));
    const audit = await story.app.sql(
      "select actor_id, action, before, after from audit where table_name = 'member' and row_key ->> 'user_id' = $1 order by id",
      [id],
    );
    expect(audit).toMatchObject([
      { actor_id: await adminId(), action: 'insert' },
      { actor_id: await adminId(), action: 'update', before: { roles: ['marketer'] }, after: { roles: ['manager'] } },
    ]);
  });

  it('loses her access with her next request, and gets it back', async () => {
    const { id, browser } = await region.member(['manager']);
    expect((await browser('GET', region.path(''))).status).toBe(200);
    expect(ok(await patch(id, { active: false }))).toMatchObject({ active: false, roles: ['manager'] });
    expect((await browser('GET', region.path(''))).status).toBe(404);
    expect(ok(await browser('GET', '/session')).memberships).toEqual([]);
    ok(await patch(id, { active: true }));
    expect((await browser('GET', region.path(''))).status).toBe(200);
  });

  it('gets a new password, which ends her sessions', async () => {
    const { id, browser } = await region.member(['manager']);
    const { email } = ok(await patch(id, { password: 'Aivan-toinen-77' }));
    expect((await browser('GET', '/session')).status).toBe(401);
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect((await signIn(email, 'Aivan-toinen-77')).status).toBe(200);
  });

  it('who operates the installation sets her password herself', async () => {
    const { browser } = await region.member(['admin']);
    const answer = await browser('PATCH', region.path(`/members/${await adminId()}`), { password: 'Aivan-toinen-77' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'operator' } });
  });

  it('takes her new name and partner along to her profile', async () => {
    const { id, contactPersonId } = await region.member(['contact']);
    const { id: partnerId } = await region.partner('Posion kunta');
    expect(ok(await patch(id, { name: 'Uusi Sukunimi', partnerId }))).toMatchObject({ name: 'Uusi Sukunimi', partner: { id: partnerId } });
    expect(ok(await region.admin('GET', region.path(`/contact-persons/${contactPersonId}`)))).toMatchObject({
      name: 'Uusi Sukunimi',
      partner: { id: partnerId },
    });
    ok(await region.admin('PATCH', region.path(`/contact-persons/${contactPersonId}`), { name: 'Taiteilijanimi' }));
    ok(await patch(id, { name: 'Kolmas Sukunimi' }));
    expect(ok(await region.admin('GET', region.path(`/contact-persons/${contactPersonId}`))).name).toBe('Taiteilijanimi');
  });

  it('gets a profile with the role contact, leaves it without, and has the same one again', async () => {
    const { id, name } = await region.member(['marketer']);
    const { contactPersonId } = ok(await patch(id, { roles: ['contact', 'marketer'] }));
    expect(ok(await region.admin('GET', region.path(`/contact-persons/${contactPersonId}`)))).toMatchObject({ name, left: false });
    expect(ok(await patch(id, { roles: ['marketer'] })).contactPersonId).toBeNull();
    expect(ok(await region.admin('GET', region.path(`/contact-persons/${contactPersonId}`)))).toMatchObject({ left: true, signsIn: true });
    expect(ok(await patch(id, { roles: ['marketer', 'contact'] })).contactPersonId).toBe(contactPersonId);
  });

  it('tells an editor that somebody was quicker', async () => {
    const { id } = await region.member(['manager']);
    const etag = { 'if-match': (await region.admin('GET', region.path(`/members/${id}`))).headers.get('etag')! };
    expect((await patch(id, { roles: ['marketer'] }, etag)).status).toBe(200);
    expect((await patch(id, { roles: ['manager'] }, etag)).status).toBe(412);
  });
});

describe('the last admin', () => {
  it('stays', async () => {
    const id = await adminId(other);
    const change = (fields: object) => other.admin('PATCH', other.path(`/members/${id}`), fields);
    expect(await change({ roles: ['marketer'] })).toMatchObject({ status: 409, body: { code: 'last_admin', issues: [{ path: 'roles' }] } });
    expect(await change({ active: false })).toMatchObject({ status: 409, body: { code: 'last_admin', issues: [{ path: 'active' }] } });
    expect((await change({ roles: ['admin', 'contact'] })).status).toBe(200);
  });

  it('is one of two who try to go at the same time', async () => {
    const two = await Promise.all([1, 2].map(async () => other.member(['admin'])));
    ok(await two[0]!.browser('PATCH', other.path(`/members/${await adminId(other)}`), { roles: ['marketer'] }));
    const answers = await Promise.all(two.map(({ id, browser }) => browser('PATCH', other.path(`/members/${id}`), { roles: ['manager'] })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('members', () => {
  it('are seen and changed by admins of their region alone', async () => {
    const region = await story.region();
    const { id, browser } = await region.member(['contact', 'marketer', 'manager']);
    for (const [method, rest, body] of [
      ['GET', ''],
      ['POST', '', newcomer()],
      ['GET', `/${id}`],
      ['PATCH', `/${id}`, { roles: ['admin'] }],
    ] as const) {
      expect([method, rest, (await browser(method, region.path(`/members${rest}`), body)).status]).toEqual([method, rest, 403]);
      expect([method, rest, (await other.admin(method, region.path(`/members${rest}`), body)).status]).toEqual([method, rest, 404]);
      expect([method, rest, (await story.app.browser()(method, region.path(`/members${rest}`), body)).status]).toEqual([method, rest, 401]);
    }
    const stranger = await story.region();
    expect((await stranger.admin('GET', stranger.path(`/members/${id}`))).status).toBe(404);
    expect((await stranger.admin('PATCH', stranger.path(`/members/${id}`), { active: false })).status).toBe(404);
  });
});
