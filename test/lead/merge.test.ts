/** One person known twice becomes one, her leads of one wish one lead; nothing is lost, and for 30 days it is undone whole. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, counts, type LeadInStory, type Named, ok, type RegionInStory, Story } from '../story.ts';
import { expectClosed, refusal } from './doors.ts';
import { expectProjectionsOfHistory } from './rebuilt.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let laura: ContactPersonInStory;
let olena: ContactPersonInStory;
let fair: Named;
let video: Named;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
  laura = await region.contactPerson();
  const partner = await region.partner('Naturpolis');
  olena = await region.contactPerson({ partnerId: partner.id });
  fair = await region.recruitmentEvent({ on: '2025-02-01', contactPerson: liisa });
  video = await region.campaign({ contactPerson: laura });
});
afterAll(() => story?.end());

const merge = (body: Record<string, unknown>, by = liisa.browser) => by('POST', region.path('/leads/merge'), body);
const mergePeople = (body: Record<string, unknown>, by = liisa.browser) => by('POST', region.path('/persons/merge'), body);
const undo = (id: string, by = liisa.browser) => by('POST', region.path(`/merges/${id}/undo`), {});
const person = (name: string, fields: Record<string, unknown> = {}) => ({ name, languages: ['fi'], ...fields });
const personOf = async (lead: LeadInStory) => (await lead.read()).person.id;
const funnel = async (from: string, to: string) => counts(await region.report('funnel', { from, to, windowDays: 'none' }));
describe('two leads of one wish', () => {
  it('become one, which begins with the earlier and has the story of both', async () => {
    const kept = await region.lead({
      by: liisa,
      createdOn: '2023-03-10',
      municipality: '305',
      heardFrom: [],
      metAt: { activity: video, at: '2023-03-09T10:00:00Z' },
      person: person('Väinö Mäkinen', { email: 'vaino@example.org' }),
    });
    const gone = await region.lead({
      by: liisa,
      createdOn: '2023-02-01',
      origin: 'UA',
      metAt: { activity: fair, at: '2023-01-31T10:00:00Z' },
      person: person('V. Mäkinen', { phone: '040 1234567', languages: ['sv'] }),
      basis: { kind: 'consent' },
      note: 'Kysyi asunnoista',
    });
    await gone.reaches('contacted', '2023-02-03');
    await kept.reaches('qualified', '2023-03-12');
    await gone.founds('2023-03-20');
    const before = [await kept.read(), await gone.read()];
    expect(await funnel('2023-01-01', '2024-01-01')).toMatchObject({ new: 2, contacted: 2, qualified: 2, won: 1 });

    const done = ok(await merge({ keep: kept.id, merge: [gone.id] }));
    expect(done).toMatchObject({ leadId: kept.id, leads: [gone.id], apart: [] });

    const page = await gone.read();
    expect(page).toMatchObject({
      id: kept.id,
      createdAt: '2023-02-01T09:00:00.000Z',
      source: { how: 'self_reported', activity: { id: fair.id } },
      sourcedBy: { id: liisa.id },
      municipality: '305',
      origin: 'UA',
      person: { name: 'Väinö Mäkinen', email: 'vaino@example.org', phone: '040 1234567', languages: ['fi', 'sv'] },
      merges: [{ id: done.id, leads: [gone.id], persons: [{ name: 'V. Mäkinen' }], undoUntil: expect.any(String) }],
      possibleDuplicates: [],
    });
    expect(page.timeline).toHaveLength(before[0].timeline.length + before[1].timeline.length);
    expect(page.followUps).toHaveLength(3);
    expect(await funnel('2023-01-01', '2024-01-01')).toMatchObject({ new: 1, contacted: 1, qualified: 1, won: 1 });
    expect(await funnel('2023-03-01', '2024-01-01')).toMatchObject({ new: 0 });
    await expectProjectionsOfHistory(story.app);

    expect(ok(await undo(done.id))).toEqual({
      id: done.id,
      personId: before[0].person.id,
      leadId: gone.id,
      persons: [before[1].person.id],
      leads: [gone.id],
    });
    expect([await kept.read(), await gone.read()]).toEqual(before);
    expect(await funnel('2023-01-01', '2024-01-01')).toMatchObject({ new: 2, contacted: 2, qualified: 2, won: 1 });
    await expectProjectionsOfHistory(story.app);
  });

  it('of one person become one, too', async () => {
    const kept = await region.lead({ by: liisa });
    const gone = await region.lead({ by: liisa, person: { id: await personOf(kept) } });
    const done = ok(await merge({ keep: kept.id, merge: [gone.id] }));
    expect(done).toMatchObject({ persons: [], leads: [gone.id] });
    expect((await kept.read()).otherLeads).toEqual([]);
    ok(await gone.post('/unmerge', {}));
    expect((await kept.read()).otherLeads).toMatchObject([{ id: gone.id }]);
  });
});

describe('leads of different wishes', () => {
  it('stay two, of one person', async () => {
    const move = await region.lead({ by: liisa, createdOn: '2024-01-05' });
    const found = await region.lead({ by: liisa, createdOn: '2024-01-06', intent: 'found' });
    const done = ok(await merge({ keep: move.id, merge: [found.id] }));
    expect(done).toMatchObject({ leadId: null, leads: [], apart: [found.id] });
    expect((await found.read()).person.id).toBe(await personOf(move));
    expect((await move.read()).otherLeads).toMatchObject([{ id: found.id, intent: 'found' }]);
    expect(refusal(await merge({ keep: move.id, merge: [found.id] }))).toEqual({ status: 409, code: 'different_wish', path: 'merge' });
    expect(ok(await found.post('/unmerge', {}))).toMatchObject({ id: done.id, leads: [] });
    expect((await move.read()).otherLeads).toEqual([]);
  });
});

describe('what is shown of one person', () => {
  const two = async () => [
    await region.lead({ by: liisa, person: person('Anna Niemi', { email: 'anna@example.org', phone: '040 111111' }) }),
    await region.lead({ by: liisa, person: person('Anna Niemi-Korhonen', { email: 'anna@toinen.example', languages: ['en'] }) }),
  ];

  it('is chosen, and restored', async () => {
    const [kept, gone] = (await two()) as [LeadInStory, LeadInStory];
    const [a, b] = [await personOf(kept), await personOf(gone)];
    const before = [await kept.read(), await gone.read()];
    const done = ok(await mergePeople({ keep: a, merge: [b], show: { name: b, email: b, phone: a } }));
    expect((await kept.read()).person).toMatchObject({
      name: 'Anna Niemi-Korhonen',
      email: 'anna@toinen.example',
      phone: '040 111111',
      languages: ['fi', 'en'],
    });
    ok(await undo(done.id));
    expect([await kept.read(), await gone.read()]).toEqual(before);
  });

  it('stays as somebody corrected it meanwhile', async () => {
    const [kept, gone] = (await two()) as [LeadInStory, LeadInStory];
    const [a, b] = [await personOf(kept), await personOf(gone)];
    const done = ok(await mergePeople({ keep: a, merge: [b], show: { name: b } }));
    ok(await liisa.browser('PATCH', region.path(`/persons/${b}`), { name: 'Anna Korhonen' }));
    ok(await undo(done.id));
    expect((await kept.read()).person).toMatchObject({ name: 'Anna Korhonen', languages: ['fi'] });
    expect((await gone.read()).person).toMatchObject({ name: 'Anna Niemi-Korhonen' });
  });

  it('comes from one of them', async () => {
    const [kept, gone] = (await two()) as [LeadInStory, LeadInStory];
    const other = await personOf(await region.lead({ by: liisa }));
    const answer = await mergePeople({ keep: await personOf(kept), merge: [await personOf(gone)], show: { email: other } });
    expect(refusal(answer)).toEqual({ status: 422, code: 'not_among_them', path: 'show.email' });
  });
});

describe('one merged after another', () => {
  it('is read through the last, and comes back in any order', async () => {
    const [a, b, c] = [
      await region.lead({ by: liisa, createdOn: '2022-01-01', person: person('Aa Aalto', { phone: '040 2000001' }) }),
      await region.lead({ by: liisa, createdOn: '2022-01-02', person: person('Bb Aalto', { languages: ['sv'] }) }),
      await region.lead({ by: liisa, createdOn: '2022-01-03', person: person('Cc Aalto', { languages: ['en'] }), municipality: '305' }),
    ];
    const before = [await a.read(), await b.read(), await c.read()];
    const first = ok(await merge({ keep: b.id, merge: [a.id], show: { name: await personOf(a) } }));
    const second = ok(await merge({ keep: c.id, merge: [a.id], show: { name: await personOf(b) } }));
    expect(await a.read()).toMatchObject({
      id: c.id,
      createdAt: '2022-01-01T09:00:00.000Z',
      person: { name: 'Aa Aalto', phone: '040 2000001', languages: ['en', 'sv', 'fi'] },
      merges: [{ id: second.id }, { id: first.id }],
    });
    expect(await funnel('2022-01-01', '2023-01-01')).toMatchObject({ new: 1 });
    ok(await undo(first.id));
    expect(await a.read()).toEqual(before[0]);
    expect(await b.read()).toMatchObject({ id: c.id, person: { name: 'Bb Aalto', phone: null, languages: ['en', 'sv'] } });
    ok(await undo(second.id));
    expect([await a.read(), await b.read(), await c.read()]).toEqual(before);
    await expectProjectionsOfHistory(story.app);
  });

  it('comes back with those that were merged into it before', async () => {
    const [a, b, c] = [await region.lead({ by: liisa }), await region.lead({ by: liisa }), await region.lead({ by: liisa })];
    ok(await merge({ keep: b.id, merge: [a.id] }));
    ok(await merge({ keep: c.id, merge: [b.id] }));
    ok(await b.post('/unmerge', {}));
    expect((await a.read()).id).toBe(b.id);
    expect((await c.read()).merges).toEqual([]);
    await expectProjectionsOfHistory(story.app);
  });

  it('parts the leads of persons who part', async () => {
    const [a, b] = [await region.lead({ by: liisa }), await region.lead({ by: liisa })];
    const people = ok(await mergePeople({ keep: await personOf(a), merge: [await personOf(b)] }));
    ok(await merge({ keep: a.id, merge: [b.id] }));
    expect(ok(await undo(people.id))).toMatchObject({ leads: [b.id] });
    expect((await b.read()).id).toBe(b.id);
  });
});

describe('the owner', () => {
  it("is the kept lead's, who has the other's follow-ups until they part", async () => {
    const kept = await region.lead({ by: liisa });
    const gone = await region.lead({ by: laura, createdOn: '2025-01-01' });
    await gone.settles('2025-02-01');
    const assignees = () =>
      story.app.sql<{ name: string }>(
        'select distinct c.name from follow_up f join contact_person c on c.id = f.assignee_id where f.lead_id = $1',
        [gone.id],
      );
    ok(await merge({ keep: kept.id, merge: [gone.id] }));
    expect(await gone.read()).toMatchObject({ owner: { id: liisa.id } });
    expect(await assignees()).toEqual([{ name: liisa.name }]);
    ok(await gone.post('/unmerge', {}));
    expect(await gone.read()).toMatchObject({ owner: { id: laura.id } });
    expect(await assignees()).toEqual([{ name: laura.name }]);
  });

  it('of the other stays where the kept lead has none', async () => {
    const gone = await region.lead({ by: laura });
    const kept = ok(await region.admin('POST', region.path('/leads'), { person: person('Ei Kenenkään'), intent: 'move', touches: [] }));
    expect(kept.owner).toBeNull();
    ok(await merge({ keep: kept.id, merge: [gone.id] }));
    expect(await gone.read()).toMatchObject({ id: kept.id, owner: { id: laura.id } });
    ok(await gone.post('/unmerge', {}));
    expect(ok(await liisa.browser('GET', region.path(`/leads/${kept.id}`)))).toMatchObject({ owner: null });
  });

  it('who left meanwhile does not get it back', async () => {
    const leaver = await region.contactPerson();
    const kept = await region.lead({ by: liisa });
    const gone = await region.lead({ by: leaver });
    ok(await merge({ keep: kept.id, merge: [gone.id] }));
    const [row] = await story.app.sql<{ id: string }>(
      'select member.user_id as id from member join contact_person c on c.user_id = member.user_id where c.id = $1',
      [leaver.id],
    );
    ok(await region.admin('PATCH', region.path(`/members/${row!.id}`), { active: false }));
    ok(await kept.post('/unmerge', {}));
    expect(ok(await liisa.browser('GET', region.path(`/leads/${gone.id}`)))).toMatchObject({ owner: { id: liisa.id } });
  });
});

describe('what was written meanwhile', () => {
  it('stays with the kept lead, which begins before it', async () => {
    const kept = await region.lead({ by: liisa, createdOn: '2024-06-01' });
    const gone = await region.lead({ by: liisa, createdOn: '2024-02-01' });
    ok(await merge({ keep: kept.id, merge: [gone.id] }));
    await gone.reaches('contacted', '2024-03-01');
    await kept.settles('2024-04-01');
    ok(await kept.post('/unmerge', {}));
    const page = await kept.read();
    expect(page.stage).toBe('won');
    expect(page.createdAt <= '2024-03-01T22:00:00.000Z').toBe(true);
    expect((await gone.read()).stage).toBe('new');
    await expectProjectionsOfHistory(story.app);
  });
});

describe('undoing', () => {
  it('is refused after 30 days, and twice', async () => {
    const [a, b] = [await region.lead({ by: liisa }), await region.lead({ by: liisa })];
    const done = ok(await merge({ keep: a.id, merge: [b.id] }));
    await story.app.sql("update lead_merge set at = at - interval '31 days' where act_id = $1", [done.id]);
    await story.app.sql("update person_merge set at = at - interval '31 days' where act_id = $1", [done.id]);
    expect(refusal(await undo(done.id))).toEqual({ status: 409, code: 'too_late_to_unmerge', path: null });
    expect((await a.read()).merges).toMatchObject([{ id: done.id, undoUntil: null }]);
    await story.app.sql("update lead_merge set at = now() - interval '29 days' where act_id = $1", [done.id]);
    await story.app.sql("update person_merge set at = now() - interval '29 days' where act_id = $1", [done.id]);
    ok(await undo(done.id));
    expect(refusal(await undo(done.id))).toMatchObject({ status: 409, code: 'not_merged' });
    expect(refusal(await a.post('/unmerge', {}))).toMatchObject({ status: 409, code: 'not_merged' });
    expect((await undo('0190a0a0-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

describe('who may', () => {
  it('sees both', async () => {
    const mine = await region.lead({ by: liisa });
    const theirs = await region.lead({ by: olena });
    expect(refusal(await merge({ keep: mine.id, merge: [theirs.id] }))).toEqual({ status: 422, code: 'unknown_lead', path: 'merge.0' });
    expect(refusal(await mergePeople({ keep: await personOf(theirs), merge: [await personOf(mine)] }))).toEqual({
      status: 422,
      code: 'unknown_person',
      path: 'keep',
    });
    const second = await region.lead({ by: liisa });
    const done = ok(await merge({ keep: mine.id, merge: [second.id] }));
    await expectClosed(region, `/merges/${done.id}/undo`, {});
    await expectClosed(region, `/leads/${mine.id}/unmerge`, {});
  });

  it('owns the protected one, who makes the other protected', async () => {
    const hidden = await region.lead({ by: liisa, person: person('Salla Suojattu', { protected: true }) });
    const open = await region.lead({ by: laura, person: person('Salla Suojattu') });
    expect(refusal(await merge({ keep: open.id, merge: [hidden.id] }, laura.browser))).toMatchObject({ status: 422, code: 'unknown_lead' });
    const done = ok(await merge({ keep: open.id, merge: [hidden.id] }));
    expect(await open.read(laura.browser)).toMatchObject({ person: { protected: true } });
    expect((await liisa.browser('GET', region.path(`/leads/${open.id}`))).status).toBe(404);
    expect((await undo(done.id)).status).toBe(404);
    ok(await undo(done.id, laura.browser));
    expect(await open.read()).toMatchObject({ person: { protected: false } });
    expect((await laura.browser('GET', region.path(`/leads/${hidden.id}`))).status).toBe(404);
  });
});

describe('at once', () => {
  it('two merges neither block each other nor lose anything', async () => {
    const leads = await Promise.all([0, 1, 2, 3].map(() => region.lead({ by: liisa })));
    const ids = leads.map(({ id }) => id);
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all([
        merge({ keep: ids[0], merge: [ids[1], ids[2]] }),
        merge({ keep: ids[2], merge: [ids[0], ids[3]] }),
        ...leads.map((lead) => lead.post('/notes', { text: 'Soitettu', contact: true })),
        ...leads.map((lead) => lead.post('/touches', { how: 'own_initiative' })),
      ]);
      for (const { status } of answers) expect([200, 201, 409]).toContain(status);
      expect(answers.some(({ status }) => status === 200)).toBe(true);
      const page = await leads[0]!.read();
      for (const { id } of page.merges) expect([200, 409]).toContain((await undo(id)).status);
      for (const lead of leads) expect((await lead.read()).id).toBe(lead.id);
    }
    const [notes] = await story.app.sql<{ many: number }>('select count(*)::int as many from note where lead_id = any($1::uuid[])', [ids]);
    expect(notes!.many).toBe(12);
    await expectProjectionsOfHistory(story.app);
  });
});
