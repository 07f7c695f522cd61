import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ContactPersonService } from '../../src/contact/contact-person.service.ts';
import { addDays, dayOf } from '../../src/platform/calendar.ts';
import { RegionScope } from '../../src/platform/region-scope.ts';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let anna: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
});
beforeEach(async () => {
  [liisa, anna] = [await region.contactPerson(), await region.contactPerson()];
});
afterAll(() => story.end());

const today = () => dayOf(new Date(), 'Europe/Helsinki');
const inDays = (days: number) => addDays(today(), days);
const away = (id: string, body: object, by = region.admin) => by('PUT', region.path(`/contact-persons/${id}/away`), body);
const read = async (id: string) => ok(await region.admin('GET', region.path(`/contact-persons/${id}`)));

/** As another room asks, in a transaction of its own. */
async function ask<T>(question: (contactPersons: ContactPersonService) => Promise<T>): Promise<T> {
  const facts = ok(await region.admin('GET', region.path('')));
  return story.app.nest.get(RegionScope).run(facts, { userId: null, roles: [] }, () => question(story.app.nest.get(ContactPersonService)));
}

describe('a contact person who is away', () => {
  it('says so herself, with who stands in for her', async () => {
    const answer = await away(liisa.id, { from: today(), to: inDays(7), substituteId: anna.id }, liisa.browser);
    expect(answer).toMatchObject({
      status: 200,
      body: { id: liisa.id, away: { from: today(), to: inDays(7), substitute: { id: anna.id, name: anna.name } } },
    });
    expect(await ask((persons) => persons.substitutedBy(anna.id, today()))).toEqual([liisa.id]);
    expect(await ask((persons) => persons.substitutedBy(anna.id, inDays(7)))).toEqual([liisa.id]);
    expect(await ask((persons) => persons.substitutedBy(anna.id, inDays(8)))).toEqual([]);
    const present = await ask((persons) => persons.present(today()));
    expect([present.includes(liisa.id), present.includes(anna.id)]).toEqual([false, true]);
    expect(await ask((persons) => persons.present(inDays(8)))).toContain(liisa.id);
  });

  it('is said to be by admins and by herself alone', async () => {
    const body = { from: inDays(1), to: inDays(2) };
    expect((await away(liisa.id, body, anna.browser)).status).toBe(403);
    expect((await away(liisa.id, body, await region.marketer())).status).toBe(403);
    expect((await away(liisa.id, body, story.app.browser())).status).toBe(401);
    expect((await away(liisa.id, body)).status).toBe(200);
  });

  it('changes the days of an absence, or who stands in', async () => {
    ok(await away(liisa.id, { from: inDays(1), to: inDays(5), substituteId: anna.id }));
    expect(ok(await away(liisa.id, { from: inDays(1), to: inDays(9) })).away).toEqual({ from: inDays(1), to: inDays(9), substitute: null });
    expect(ok(await away(liisa.id, { from: inDays(1), to: inDays(1) })).away).toEqual({ from: inDays(1), to: inDays(1), substitute: null });
  });

  it('may be away several times, but once at a time', async () => {
    ok(await away(liisa.id, { from: inDays(10), to: inDays(12) }));
    ok(await away(liisa.id, { from: inDays(3), to: inDays(5) }));
    expect((await read(liisa.id)).away.from).toBe(inDays(3));
    expect(await away(liisa.id, { from: inDays(5), to: inDays(6) })).toMatchObject({
      status: 409,
      body: { code: 'overlapping_absence', issues: [{ path: 'from' }] },
    });
    expect((await away(liisa.id, { from: inDays(3), to: inDays(10) })).status).toBe(409);
    expect((await away(liisa.id, { from: inDays(6), to: inDays(9) })).status).toBe(200);
  });

  it('is away once when the same is said twice at the same time', async () => {
    const answers = await Promise.all([0, 1, 2].map((more) => away(liisa.id, { from: inDays(20 + more), to: inDays(25) })));
    expect(answers.map(({ body }) => body.code).sort()).toEqual(['overlapping_absence', 'overlapping_absence', undefined]);
  });

  it('comes back: what was coming is taken back', async () => {
    ok(await away(liisa.id, { from: inDays(3), to: inDays(5) }));
    ok(await away(liisa.id, { from: inDays(8), to: inDays(9) }));
    expect(ok(await away(liisa.id, { from: null }, liisa.browser)).away.from).toBe(inDays(8));
    expect(ok(await away(liisa.id, { from: null })).away).toBeNull();
    expect(ok(await away(liisa.id, { from: null })).away).toBeNull();
  });

  it('comes back: what has been stays', async () => {
    ok(await away(liisa.id, { from: inDays(-3), to: inDays(5), substituteId: anna.id }));
    expect(ok(await away(liisa.id, { from: null })).away).toBeNull();
    expect(await ask((persons) => persons.substitutedBy(anna.id, inDays(-1)))).toEqual([liisa.id]);
    expect(await ask((persons) => persons.substitutedBy(anna.id, today()))).toEqual([]);
    expect((await away(liisa.id, { from: today(), to: today() })).status).toBe(200);
    expect(ok(await away(liisa.id, { from: null })).away).toBeNull();
  });
});

describe('a substitute', () => {
  const refused = (code: string) => ({ status: 422, body: { code, issues: [{ path: 'substituteId', code }] } });

  it('is somebody else, here, and there in that time', async () => {
    const stranger = await (await story.region()).contactPerson();
    const put = (substituteId: string, from = inDays(1), to = inDays(5)) => away(liisa.id, { from, to, substituteId });
    expect(await put(liisa.id)).toMatchObject(refused('own_substitute'));
    expect(await put(stranger.id)).toMatchObject(refused('unknown_contact_person'));
    ok(await away(anna.id, { from: inDays(5), to: inDays(6) }));
    expect(await put(anna.id)).toMatchObject(refused('substitute_away'));
    expect((await put(anna.id, inDays(1), inDays(4))).status).toBe(200);
    const berit = await region.contactPerson();
    ok(await region.admin('POST', region.path(`/contact-persons/${berit.id}/leave`)));
    expect(await put(berit.id, inDays(7), inDays(8))).toMatchObject(refused('substitute_left'));
  });

  it('stands in for nobody any more once she has left', async () => {
    ok(await away(liisa.id, { from: today(), to: inDays(5), substituteId: anna.id }));
    ok(await region.admin('POST', region.path(`/contact-persons/${anna.id}/leave`)));
    expect((await read(liisa.id)).away).toEqual({ from: today(), to: inDays(5), substitute: null });
    expect(await ask((persons) => persons.substitutedBy(anna.id, today()))).toEqual([]);
  });

  it('may be named by each other at the same time', async () => {
    const answers = await Promise.all([
      away(liisa.id, { from: inDays(1), to: inDays(2), substituteId: anna.id }),
      away(anna.id, { from: inDays(3), to: inDays(4), substituteId: liisa.id }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('an absence', () => {
  it.each([
    [{ from: '2030-02-02', to: '2030-02-01' }, 'to', 'ends_before_start'],
    [{ from: '2030-02-02' }, 'to', 'ends_before_start'],
    [{ from: '2030-02-30', to: '2030-03-01' }, 'from', 'invalid_format'],
    [{ to: '2030-02-01' }, 'from', 'invalid_type'],
  ])('is refused with %j', async (body, path, code) => {
    const answer = await away(liisa.id, body);
    expect(answer.status).toBe(400);
    expect(answer.body.issues).toContainEqual(expect.objectContaining({ path, code }));
  });

  it('is of somebody who has not left', async () => {
    ok(await region.admin('POST', region.path(`/contact-persons/${liisa.id}/leave`)));
    expect(await away(liisa.id, { from: inDays(1), to: inDays(2) })).toMatchObject({ status: 409, body: { code: 'has_left' } });
  });
});
