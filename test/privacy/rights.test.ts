/** What a person may ask for, through who sees her: a copy, restriction, objection; and who may not do any of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, type LeadInStory, ok, type RegionInStory, Story } from '../story.ts';
import { refusal } from '../lead/doors.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
});
afterAll(() => story?.end());

const personOf = async (lead: LeadInStory): Promise<string> => (await lead.read()).person.id;
const send = (method: string, personId: string, rest: string, body?: Record<string, unknown>) =>
  liisa.browser(method, region.path(`/persons/${personId}${rest}`), body);
const finds = async (lead: LeadInStory) =>
  ok(await liisa.browser('GET', region.path('/leads?limit=200'))).items.find(({ id }: { id: string }) => id === lead.id).person.name;

describe('the copy of everything', () => {
  it('holds her, her leads with their whole story, where she was, and who read her page; and is itself remembered', async () => {
    const fair = await region.recruitmentEvent({ on: '2025-02-01', title: 'Rekrytori' });
    const lead = await region.lead({
      person: { name: 'Kaiken Kysyjä', email: 'kysyja@example.org', languages: ['fi'] },
      metAt: fair,
      createdOn: '2025-02-10',
    });
    ok(await lead.post('/notes', { text: 'Toivoo rivitaloa' }));
    await lead.reaches('contacted', '2025-02-12');
    await lead.settles('2025-03-01');
    const id = await personOf(lead);
    ok(await liisa.browser('POST', region.path(`/activities/${fair.id}/attendance`), { headcount: 9, attendees: [{ personId: id }] }));

    const copy = ok(await send('GET', id, '/export'));

    expect(copy).toMatchObject({
      region: 'Alue 1',
      person: { name: 'Kaiken Kysyjä', email: 'kysyja@example.org', languages: ['fi'], protected: false },
      attendances: [{ activity: 'Rekrytori', day: '2025-02-01' }],
    });
    expect(copy.leads).toHaveLength(1);
    expect(copy.leads[0]).toMatchObject({ intent: 'move', owner: liisa.name, notes: [{ text: 'Toivoo rivitaloa', contact: false }] });
    expect(copy.leads[0].stages.map(({ stage }: { stage: string }) => stage)).toEqual(['contacted', 'won']);
    expect(copy.leads[0].touches).toMatchObject([{ activity: 'Rekrytori', how: 'self_reported' }]);
    expect(copy.leads[0].outcomes).toMatchObject([{ type: 'settled_mover', day: '2025-03-01', adults: 2 }]);
    expect(copy.leads[0].followUps).toHaveLength(3);
    expect(copy.leads[0].bases).toMatchObject([{ kind: 'public_task' }]);
    expect(copy.reads).toContainEqual({ at: expect.any(String), action: 'read', by: liisa.name });
    expect(ok(await send('GET', id, '/export')).reads).toContainEqual({ at: expect.any(String), action: 'export', by: liisa.name });
  });
});

describe('a restricted person', () => {
  it('is shown in no list by name, found by no search, waits in no inbox, and is back when it is lifted', async () => {
    const lead = await region.lead({
      person: { name: 'Rajattu Ruusu', email: 'rajattu@example.org', phone: '+358 40 7654321', languages: [] },
    });
    const id = await personOf(lead);
    const inbox = async () =>
      ok(await liisa.browser('GET', region.path('/inbox'))).waiting.items.filter(({ id: one }: { id: string }) => one === lead.id).length;
    expect(await inbox()).toBe(1);

    expect(ok(await send('POST', id, '/restriction'))).toMatchObject({ restriction: { because: 'asked', until: null } });

    expect(await finds(lead)).toBe('');
    for (const q of ['Ruusu', 'rajattu@', '7654321'])
      expect(ok(await liisa.browser('GET', region.path(`/leads?q=${encodeURIComponent(q)}`))).total).toBe(0);
    expect(ok(await liisa.browser('GET', region.path('/leads/duplicates?email=rajattu@example.org'))).total).toBe(0);
    expect(await inbox()).toBe(0);
    expect((await lead.read()).person.name).toBe('Rajattu Ruusu');

    expect(ok(await send('DELETE', id, '/restriction'))).toMatchObject({ restriction: null });
    expect(await finds(lead)).toBe('Rajattu Ruusu');
    expect(await inbox()).toBe(1);
  });
});

describe('an objection', () => {
  it('stops contact at once, waits for a month for a decision, and may be rejected', async () => {
    const lead = await region.lead({ person: { name: 'Vastustava Ville', languages: [] } });
    const id = await personOf(lead);
    const objected = ok(await send('POST', id, '/objection'));
    expect(objected).toMatchObject({
      restriction: { because: 'objection', until: null },
      objection: { bases: ['public_task'], bySelf: false, decidedAt: null, decision: null },
    });
    const days = (Date.parse(objected.objection.decideBy) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(26);
    expect(days).toBeLessThan(32);
    expect(await finds(lead)).toBe('');
    expect(refusal(await send('DELETE', id, '/restriction'))).toMatchObject({ status: 409, code: 'objection_open' });

    expect(
      ok(await send('POST', id, '/objection/decision', { decision: 'rejected', reason: 'Tietoja tarvitaan palveluun.' })),
    ).toMatchObject({
      restriction: null,
      objection: { decision: 'rejected' },
    });
    expect(await finds(lead)).toBe('Vastustava Ville');
    expect(refusal(await send('POST', id, '/objection/decision', { decision: 'upheld' }))).toMatchObject({
      status: 409,
      code: 'no_objection',
    });
  });

  it('erases her when it is upheld', async () => {
    const id = await personOf(await region.lead({}));
    ok(await send('POST', id, '/objection'));
    expect(ok(await send('POST', id, '/objection/decision', { decision: 'upheld' }))).toMatchObject({
      erasedAt: expect.any(String),
      objection: { decision: 'upheld' },
      restriction: null,
    });
  });

  it('is not possible against a contract', async () => {
    const id = await personOf(await region.lead({ basis: { kind: 'contract' } }));
    expect(ok(await send('GET', id, '/privacy'))).toMatchObject({ mayObject: false });
    expect(refusal(await send('POST', id, '/objection'))).toMatchObject({ status: 422, code: 'nothing_to_object' });
  });
});

describe('the doors', () => {
  it('are closed to all who do not see her: other roles, another partner, another region, and the unsigned', async () => {
    const id = await personOf(await region.lead({}));
    const other = await story.region();
    const partner = await region.partner('Naapuri');
    const outsider = (await region.contactPerson({ partnerId: partner.id })).browser;
    const doors = [
      ['GET', '/privacy'],
      ['GET', '/export'],
      ['POST', '/erase', { reason: 'asked' }],
      ['POST', '/restriction'],
      ['DELETE', '/restriction'],
      ['POST', '/objection'],
      ['POST', '/objection/decision', { decision: 'upheld' }],
    ] as const;
    const [marketer, manager, anonymous] = [await region.marketer(), await region.manager(), story.app.browser()];
    for (const [method, rest, body] of doors) {
      const path = region.path(`/persons/${id}${rest}`);
      const answers = [];
      for (const by of [anonymous, marketer, manager, outsider, other.admin]) answers.push((await by(method, path, body)).status);
      answers.push((await other.admin(method, other.path(`/persons/${id}${rest}`), body)).status);
      expect({ rest, answers }).toEqual({ rest, answers: [401, 403, 403, 404, 404, 404] });
    }
    expect(ok(await send('GET', id, '/privacy')).erasedAt).toBeNull();
  });

  it('of a protected person are open to her owner alone', async () => {
    const id = await personOf(await region.lead({ person: { name: 'Suojattu', languages: [], protected: true } }));
    expect((await region.admin('GET', region.path(`/persons/${id}/export`))).status).toBe(404);
    expect((await region.admin('POST', region.path(`/persons/${id}/erase`), { reason: 'asked' })).status).toBe(404);
    expect(ok(await send('POST', id, '/erase', { reason: 'asked' }))).toMatchObject({ erased: true });
  });
});
