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
  return { name: `Tulokas ${people}`, email: `uusi${people}@example.fi`, roles: ['marketer'], ...fields };
};
const join = (fields: object = {}, to = region) => to.admin('POST', to.path('/members'), newcomer(fields));
const patch = (id: string, change: object, headers = {}) => region.admin('PATCH', region.path(`/members/${id}`), change, headers);
const signIn = (email: string, password: string) => story.app.browser()('POST', '/session', { email, password });

describe('a new member', () => {
  it('gets a first password, told this once', async () => {
    const answer = await join({ email: 'Ensi.Kerta@Example.FI', roles: ['manager', 'marketer', 'manager'] });
    expect(answer).toMatchObject({
      status: 201,
      body: { email: 'ensi.kerta@example.fi', roles: ['marketer', 'manager'], active: true, contactPersonId: null },
    });
    expect(answer.body.firstPassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect((await signIn('ensi.kerta@example.fi', answer.body.firstPassword)).status).toBe(200);
    const read = ok(await region.admin('GET', region.path(`/members/${answer.body.id}`)));
    expect(read).not.toHaveProperty('firstPassword');
    expect(answer.body).toMatchObject(read);
  });

  it('gets the password that was given', async () => {
    const { email, firstPassword } = ok(await join({ password: PASSWORD }));
    expect(firstPassword).toBeUndefined();
    expect((await signIn(email, PASSWORD)).body.memberships).toMatchObject([{ region: { slug: region.slug }, roles: ['marketer'] }]);
  });

  it('belongs to the first partner, or to the one named', async () => {
    const name = 'Naturpolis Oy';
    const { id } = await region.partner(name);
    expect(ok(await join()).partner.name).toBe('Alue 1');
    expect(ok(await join({ partnerId: id })).partner).toEqual({ id, name });
  });

  it('with the role contact has a profile', async () => {
    const profile = { title: 'Tulijaneuvoja', phone: '+358 40 123 4567', languages: ['fi', 'uk', 'fi'], municipalities: ['305'] };
    const { contactPersonId, email, name } = ok(await join({ roles: ['contact'], profile }));
    expect(ok(await region.admin('GET', region.path(`/contact-persons/${contactPersonId}`)))).toMatchObject({
      ...profile,
      languages: ['fi', 'uk'],
      name,
      email,
      signsIn: true,
      left: false,
      away: null,
      holds: { activities: 0, leads: 0, followUps: 0 },
    });
  });

  it('takes over a profile without sign-in, once', async () => {
    const { id: partnerId } = await region.partner('Ksakki ry');
    const profile = ok(
      await region.admin('POST', region.path('/contact-persons'), {
        name: 'Oksana Neuvoja',
        title: 'Neuvoja',
        languages: ['uk'],
        partnerId,
      }),
    );
    expect(profile.signsIn).toBe(false);
    const member = ok(await join({ roles: ['contact'], contactPersonId: profile.id, profile: { phone: '040 1234567' } }));
    expect(member).toMatchObject({ contactPersonId: profile.id, partner: { id: partnerId } });
    expect(ok(await region.admin('GET', region.path(`/contact-persons/${profile.id}`)))).toMatchObject({
      name: 'Oksana Neuvoja',
      title: 'Neuvoja',
      phone: '040 1234567',
      languages: ['uk'],
      email: member.email,
      signsIn: true,
    });
    expect(await join({ roles: ['contact'], contactPersonId: profile.id })).toMatchObject({
      status: 409,
      body: { code: 'profile_has_sign_in', issues: [{ path: 'contactPersonId' }] },
    });
  });

  it('is made once when two make her at the same time', async () => {
    const body = newcomer();
    const answers = await Promise.all([1, 2, 3].map(() => region.admin('POST', region.path('/members'), body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it.each([
    [{ contactPersonId: '018f2c5e-0000-7000-8000-000000000000' }, 422, 'contactPersonId', 'needs_contact_role'],
    [{ roles: ['contact'], contactPersonId: '018f2c5e-0000-7000-8000-000000000000' }, 422, 'contactPersonId', 'unknown_contact_person'],
    [{ partnerId: '018f2c5e-0000-7000-8000-000000000000' }, 422, 'partnerId', 'unknown_partner'],
    [{ roles: [] }, 400, 'roles', 'too_small'],
    [{ password: 'salasana123' }, 400, 'password', 'weak_password'],
    [{ roles: ['contact'], profile: { municipalities: ['999'] } }, 400, 'profile.municipalities.0', 'unknown_municipality'],
  ])('is refused with %j', async (fields, status, path, code) => {
    const body = newcomer(fields);
    expect(await region.admin('POST', region.path('/members'), body)).toMatchObject({ status, body: { issues: [{ path, code }] } });
    expect(await story.app.sql('select from app_user where email = $1', [body.email])).toEqual([]);
  });
});

describe('a user of another region', () => {
  it('joins with her own name and password', async () => {
    const { email, name } = ok(await join({ password: PASSWORD }));
    const answer = await join({ email, name: 'Joku Muu', password: 'Aivan-toinen-77', roles: ['contact'] }, other);
    expect(answer).toMatchObject({ status: 201, body: { name, email } });
    expect(answer.body).not.toHaveProperty('firstPassword');
    expect((await signIn(email, 'Aivan-toinen-77')).status).toBe(401);
    expect((await signIn(email, PASSWORD)).body.memberships).toHaveLength(2);
  });

  it('keeps her name and password whatever an admin of one region wants', async () => {
    const { id, email } = ok(await join({ password: PASSWORD }));
    ok(await join({ email }, other));
    expect(await patch(id, { password: 'Aivan-toinen-77' })).toMatchObject({
      status: 409,
      body: { code: 'member_elsewhere', issues: [{ path: 'password' }] },
    });
    expect(await patch(id, { name: 'Joku Muu' })).toMatchObject({
      status: 409,
      body: { code: 'member_elsewhere', issues: [{ path: 'name' }] },
    });
    expect((await patch(id, { roles: ['manager'] })).status).toBe(200);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
  });

  it('is not joined twice', async () => {
    const { id, email } = ok(await join());
    expect(await join({ email })).toMatchObject({ status: 409, body: { code: 'already_member', issues: [{ path: 'email' }] } });
    ok(await patch(id, { active: false }));
    expect(await join({ email })).toMatchObject({ status: 409, body: { code: 'already_member' } });
  });
});
