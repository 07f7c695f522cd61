/** Voids: what was wrong stays and is not counted; the lead is where it was. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../app.ts';
import { type LeadInStory, ok, type RegionInStory, Story } from '../story.ts';
import { expectClosed, refusal } from './doors.ts';
import { expectProjectionsOfHistory } from './rebuilt.ts';

let story: Story;
let region: RegionInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  await region.contactPerson();
});
afterAll(() => story?.end());

const REASON = { reason: 'Kirjattu väärälle ihmiselle' };
const voided = (lead: LeadInStory, what: string, id: string): Promise<Answer> =>
  lead.browser('POST', region.path(`/${what}/${id}/void`), REASON);
const entry = async (lead: LeadInStory, id: string) => (await lead.read()).timeline.find((one: { id: string }) => one.id === id);

describe('a voided touch', () => {
  it('is no source any more and stays in the story with its reason', async () => {
    const [fair, video] = [await region.recruitmentEvent(), await region.campaign()];
    const lead = await region.lead({
      createdOn: '2025-03-01',
      metAt: [
        { activity: fair, at: '2025-02-01T10:00:00Z' },
        { activity: video, at: '2025-02-10T10:00:00Z' },
      ],
    });
    const touch = (await lead.read()).timeline.find((one: { touch?: { activity: { id: string } } }) => one.touch?.activity.id === fair.id);
    expect(ok(await voided(lead, 'touches', touch.id))).toMatchObject({ id: touch.id, leadId: lead.id, followUps: 0 });
    expect((await lead.read()).source.activity.id).toBe(video.id);
    expect((await entry(lead, touch.id)).voided).toMatchObject(REASON);
    expect((await lead.read()).timeline.filter(({ type }: { type: string }) => type === 'note')).toEqual([]);
  });

  it('is voided once, also when two do it at the same moment', async () => {
    const lead = await region.lead();
    const { id } = ok(await lead.post('/touches', { how: 'own_initiative' }));
    const answers = await Promise.all([voided(lead, 'touches', id), voided(lead, 'touches', id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(refusal(await voided(lead, 'touches', id))).toEqual({ status: 409, code: 'already_void', path: null });
  });
});

describe('a voided stage', () => {
  it('was never reached', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    await lead.reaches('contacted', '2025-02-01');
    const { id } = ok(await lead.post('/stage', { stage: 'visiting', at: '2025-03-01' }));
    expect(ok(await voided(lead, 'stage-changes', id)).lead).toMatchObject({ stage: 'contacted', closedAt: null });
    const [journey] = await story.app.sql('select step_2, step_3, step_4 from journey where lead_id = $1', [lead.id]);
    expect(journey).toMatchObject({ step_2: expect.any(Number), step_3: null, step_4: null });
  });

  it('lost opens the lead again', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    const { id } = ok(await lead.post('/stage', { stage: 'lost', reason: 'spam', at: '2025-02-01' }));
    expect(ok(await voided(lead, 'stage-changes', id)).lead).toEqual({
      stage: 'new',
      lostReason: null,
      closedAt: null,
      outcomeMissing: false,
    });
  });

  it('won by hand leaves a lead with an outcome won, from the day of the outcome', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    const { id } = ok(await lead.post('/stage', { stage: 'won', at: '2025-06-01' }));
    await lead.settles('2025-04-01');
    expect(ok(await voided(lead, 'stage-changes', id)).lead).toMatchObject({
      stage: 'won',
      closedAt: '2025-04-01T20:59:59.999Z',
      outcomeMissing: false,
    });
  });

  it('won by hand leaves a lead that was moved on since where it stands, and won on the day of its outcome', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    const { id } = ok(await lead.post('/stage', { stage: 'won', at: '2025-03-01' }));
    await lead.settles('2025-04-01');
    await lead.reaches('visiting', '2025-06-01');
    expect(ok(await voided(lead, 'stage-changes', id)).lead.stage).toBe('visiting');
    const [journey] = await story.app.sql<{ won: number }>('select won from journey where lead_id = $1', [lead.id]);
    expect(journey!.won).toBe((Date.parse('2025-04-01T21:00:00Z') - Date.parse('2025-01-10T09:00:00Z')) / 1000);
  });

  it('that an outcome made goes with the outcome alone', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    await lead.settles('2025-04-01');
    const won = (await lead.read()).timeline.find((one: { stage?: { stage: string } }) => one.stage?.stage === 'won');
    expect(refusal(await voided(lead, 'stage-changes', won.id))).toEqual({ status: 409, code: 'made_by_outcome', path: null });
  });

  it('of a lead that was moved back on purpose does not win it again', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    const { id } = ok(await lead.post('/stage', { stage: 'contacted', at: '2025-02-01' }));
    await lead.settles('2025-04-01');
    await lead.reaches('visiting', '2025-05-01');
    expect(ok(await voided(lead, 'stage-changes', id)).lead.stage).toBe('visiting');
  });
});

describe('a voided outcome', () => {
  it('takes its move to won and its open follow-ups along', async () => {
    const lead = await region.lead({ createdOn: '2024-01-10' });
    await lead.reaches('visiting', '2024-02-01');
    const { id, followUps } = await lead.settles('2024-04-01');
    ok(await lead.browser('POST', region.path(`/follow-ups/${followUps[0].id}`), { status: 'still_here', on: '2024-07-01' }));
    expect(ok(await voided(lead, 'outcomes', id))).toMatchObject({
      followUps: 2,
      lead: { stage: 'visiting', closedAt: null, outcomeMissing: false },
    });
    expect((await lead.read()).followUps.map(({ answered, cancelled }: Record<string, unknown>) => [answered, cancelled])).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ]);
    expect(
      refusal(await lead.browser('POST', region.path(`/follow-ups/${followUps[1].id}`), { status: 'still_here', on: '2024-10-01' })),
    ).toMatchObject({ status: 409, code: 'cancelled' });
    expect(refusal(await voided(lead, 'outcomes', id))).toMatchObject({ status: 409, code: 'already_void' });
  });

  it('takes the second move along that was needed after a later loss', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    await lead.isLost('no_answer', '2025-05-01');
    const { id } = await lead.settles('2025-04-01');
    expect(ok(await voided(lead, 'outcomes', id)).lead).toMatchObject({ stage: 'lost', lostReason: 'no_answer' });
  });

  it('leaves the lead won where another outcome stands, from its day', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    const { id } = await lead.settles('2025-04-01');
    await lead.founds('2025-05-01');
    expect(ok(await voided(lead, 'outcomes', id)).lead).toMatchObject({ stage: 'won', closedAt: '2025-05-01T20:59:59.999Z' });
  });

  it('leaves a lead that was won by hand to ask for its outcome again', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    await lead.reaches('won', '2025-03-01');
    const { id } = await lead.settles('2025-03-01');
    expect(ok(await voided(lead, 'outcomes', id)).lead).toMatchObject({ stage: 'won', outcomeMissing: true });
  });

  it('makes room for the same company', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    const { id } = await lead.founds('2025-04-01');
    ok(await voided(lead, 'outcomes', id));
    await lead.founds('2025-04-02');
    expect((await lead.read()).closedAt).toBe('2025-04-02T20:59:59.999Z');
  });
});

describe('a voided answer', () => {
  it('waits again, with those that it closed', async () => {
    const lead = await region.lead({ createdOn: '2024-01-10' });
    const { followUps } = await lead.settles('2024-04-01');
    const { answerId, closed } = ok(
      await lead.browser('POST', region.path(`/follow-ups/${followUps[0].id}`), { status: 'left', on: '2024-07-01' }),
    );
    expect(closed).toBe(2);
    ok(await voided(lead, 'follow-up-answers', answerId));
    expect((await lead.read()).followUps.map(({ answered, cancelled }: Record<string, unknown>) => [answered, cancelled])).toEqual([
      [false, false],
      [false, false],
      [false, false],
    ]);
    expect((await entry(lead, answerId)).voided).toMatchObject(REASON);
    ok(await lead.browser('POST', region.path(`/follow-ups/${followUps[0].id}`), { status: 'still_here', on: '2024-07-01' }));
  });

  it('of an outcome that is void itself is not asked again', async () => {
    const lead = await region.lead({ createdOn: '2024-01-10' });
    const { id, followUps } = await lead.settles('2024-04-01');
    const { answerId } = ok(
      await lead.browser('POST', region.path(`/follow-ups/${followUps[0].id}`), { status: 'left', on: '2024-07-01' }),
    );
    ok(await voided(lead, 'outcomes', id));
    ok(await voided(lead, 'follow-up-answers', answerId));
    expect((await lead.read()).followUps.every(({ cancelled }: { cancelled: boolean }) => cancelled)).toBe(true);
  });
});

describe('the door', () => {
  it('wants a reason, and a row of the kind that is named', async () => {
    const lead = await region.lead({ createdOn: '2024-01-10' });
    const { id } = ok(await lead.post('/touches', { how: 'own_initiative' }));
    expect(refusal(await lead.browser('POST', region.path(`/touches/${id}/void`), { reason: ' ' }))).toMatchObject({
      status: 400,
      path: 'reason',
    });
    for (const what of ['stage-changes', 'outcomes', 'follow-up-answers']) expect((await voided(lead, what, id)).status).toBe(404);
    expect((await voided(lead, 'touches', 'nonsense')).status).toBe(404);
  });

  it('is closed to who does not see the lead', async () => {
    const lead = await region.lead({ createdOn: '2024-01-10' });
    const { id } = ok(await lead.post('/touches', { how: 'own_initiative' }));
    const stage = ok(await lead.post('/stage', { stage: 'contacted' }));
    const outcome = await lead.settles('2024-04-01');
    const answer = ok(
      await lead.browser('POST', region.path(`/follow-ups/${outcome.followUps[0].id}`), { status: 'no_answer', on: '2024-07-01' }),
    );
    await expectClosed(region, `/touches/${id}/void`, REASON);
    await expectClosed(region, `/stage-changes/${stage.id}/void`, REASON);
    await expectClosed(region, `/outcomes/${outcome.id}/void`, REASON);
    await expectClosed(region, `/follow-up-answers/${answer.answerId}/void`, REASON);
  });

  it('leaves projections as a rebuild makes them', () => expectProjectionsOfHistory(story.app));
});
