/** Follow-ups: still here, and did our work matter? */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';
import { expectClosed, refusal } from './doors.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
});
afterAll(() => story?.end());

const list = async (by: Browser, query = '') => ok(await by('GET', region.path(`/follow-ups${query}`)));
const answer = (id: string, body: Record<string, unknown>, by: Browser = liisa.browser) =>
  by('POST', region.path(`/follow-ups/${id}`), body);
const settled = async (on: string, by = liisa) => {
  const lead = await region.lead({ by, createdOn: '2023-12-01' });
  return { lead, followUps: (await lead.settles(on)).followUps as { id: string; months: number; dueOn: string }[] };
};

describe('the list', () => {
  it('holds all three of each outcome of hers, future ones too, the earliest first; by a day only what is due', async () => {
    const mine = await region.contactPerson();
    for (const on of ['2024-01-31', '2024-03-15', '2024-04-01']) await settled(on, mine);
    const all = await list(mine.browser, '?assignee=me');
    expect(all).toMatchObject({ total: 9, nextCursor: null });
    expect(all.items.map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual([
      '2024-04-30',
      '2024-06-15',
      '2024-07-01',
      '2024-07-31',
      '2024-09-15',
      '2024-10-01',
      '2025-01-31',
      '2025-03-15',
      '2025-04-01',
    ]);
    expect((await list(mine.browser, '?assignee=me&due=2024-06-15')).total).toBe(2);
    expect((await list(mine.browser, `?assignee=${mine.id}&due=2024-06-14`)).total).toBe(1);
    expect(all.items[0]).toMatchObject({
      months: 3,
      assignee: { id: mine.id, name: mine.name },
      person: { name: expect.any(String), email: expect.stringContaining('@') },
      outcome: { type: 'settled_mover', on: '2024-01-31', municipality: '305', adults: 2, children: 0, organisation: null },
    });
    const page = await list(mine.browser, '?assignee=me&limit=4');
    expect(page.items).toHaveLength(4);
    expect((await list(mine.browser, `?assignee=me&limit=4&cursor=${page.nextCursor}`)).items[0].dueOn).toBe('2024-09-15');
  });

  it('shows a contact person of another partner none of them', async () => {
    await settled('2024-02-01');
    const partner = await region.partner('Toinen kumppani');
    const other = await region.contactPerson({ partnerId: partner.id });
    expect((await list(other.browser)).total).toBe(0);
    expect((await list(region.admin)).total).toBeGreaterThan(0);
  });

  it('finds a name and what nobody has', async () => {
    const { lead } = await settled('2024-02-01');
    const { person } = await lead.read();
    expect((await list(liisa.browser, `?q=${encodeURIComponent(person.name.toUpperCase())}`)).total).toBe(3);
    expect((await list(liisa.browser, '?assignee=none')).total).toBe(0);
    expect(refusal(await liisa.browser('GET', region.path('/follow-ups?assignee=somebody')))).toEqual({
      status: 400,
      code: 'unknown_assignee',
      path: 'assignee',
    });
    expect((await liisa.browser('GET', region.path('/follow-ups?due=someday'))).status).toBe(400);
    expect((await (await region.manager())('GET', region.path('/follow-ups'))).status).toBe(403);
  });

  it("keeps a protected person's municipality to herself", async () => {
    const lead = await region.lead({ createdOn: '2024-01-01', person: { name: 'Turvakielto', languages: [], protected: true } });
    await lead.settles('2024-02-01');
    const mine = (await list(liisa.browser, '?q=Turvakielto')).items;
    expect(mine.map(({ outcome }: { outcome: { municipality: string | null } }) => outcome.municipality)).toEqual([null, null, null]);
    expect((await list(region.admin, '?q=Turvakielto')).total).toBe(0);
  });
});

describe('an answer', () => {
  it('takes its follow-up off the list, and says how it was and whether they came anyway', async () => {
    const { lead, followUps } = await settled('2024-02-01');
    const given = ok(await answer(followUps[0]!.id, { status: 'still_here', on: '2024-05-02', cameAnyway: 'partly', note: 'Viihtyvät' }));
    expect(given).toEqual({ id: followUps[0]!.id, answerId: expect.any(String), status: 'still_here', closed: 0 });
    const read = await lead.read();
    expect(read.followUps.map(({ answered }: { answered: boolean }) => answered)).toEqual([true, false, false]);
    expect(read.timeline.find(({ id }: { id: string }) => id === given.answerId).followUp).toMatchObject({
      months: 3,
      status: 'still_here',
      cameAnyway: 'partly',
      note: 'Viihtyvät',
    });
  });

  it('that they left closes the later ones and leaves the earlier', async () => {
    const { lead, followUps } = await settled('2024-02-01');
    expect(ok(await answer(followUps[1]!.id, { status: 'left', on: '2024-08-01' })).closed).toBe(1);
    expect((await lead.read()).followUps.map(({ answered, cancelled }: Record<string, unknown>) => [answered, cancelled])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
  });

  it('closes those of its own outcome alone', async () => {
    const { lead, followUps } = await settled('2024-02-01');
    await lead.founds('2024-02-01');
    expect(ok(await answer(followUps[0]!.id, { status: 'left', on: '2024-08-01' })).closed).toBe(2);
    expect((await lead.read()).followUps.filter(({ cancelled }: { cancelled: boolean }) => !cancelled)).toHaveLength(4);
  });

  it('that nobody answered is an answer', async () => {
    const { lead, followUps } = await settled('2024-02-01');
    ok(await answer(followUps[0]!.id, { status: 'no_answer', on: '2024-05-02' }));
    expect((await lead.read()).followUps[0].answered).toBe(true);
  });

  it('is given once; to be given anew it is voided first', async () => {
    const { followUps } = await settled('2024-02-01');
    ok(await answer(followUps[0]!.id, { status: 'still_here', on: '2024-05-02' }));
    expect(refusal(await answer(followUps[0]!.id, { status: 'left', on: '2024-05-03' }))).toEqual({
      status: 409,
      code: 'already_answered',
      path: null,
    });
  });

  it('is one of two that are given at once', async () => {
    const { followUps } = await settled('2024-02-01');
    const answers = await Promise.all([
      answer(followUps[0]!.id, { status: 'still_here', on: '2024-05-02' }),
      answer(followUps[0]!.id, { status: 'left', on: '2024-05-02' }),
      answer(followUps[0]!.id, { status: 'no_answer', on: '2024-05-02' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const [row] = await story.app.sql<{ many: number }>('select count(*)::int as many from follow_up_answer where follow_up_id = $1', [
      followUps[0]!.id,
    ]);
    expect(row!.many).toBe(1);
  });

  it('is of the past, and of after the outcome', async () => {
    const { followUps } = await settled('2024-02-01');
    const { id } = followUps[0]!;
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect(refusal(await answer(id, { status: 'still_here', on: tomorrow }))).toEqual({ status: 422, code: 'in_future', path: 'on' });
    expect(refusal(await answer(id, { status: 'still_here', on: '2024-01-31' }))).toEqual({
      status: 422,
      code: 'before_outcome',
      path: 'on',
    });
    expect(refusal(await answer(id, { status: 'perhaps', on: '2024-05-01' }))).toMatchObject({ status: 400, path: 'status' });
    ok(await answer(id, { status: 'still_here', on: '2024-02-01' }));
  });

  it('is closed to who does not see the lead', async () => {
    const { followUps } = await settled('2024-02-01');
    await expectClosed(region, `/follow-ups/${followUps[0]!.id}`, { status: 'still_here', on: '2024-05-01' });
  });
});
