/** Stages: where a lead stands, since when, and what follows when it closes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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

const journeyOf = async (lead: LeadInStory) =>
  (await story.app.sql<Record<string, number | string | boolean | null>>('select * from journey where lead_id = $1', [lead.id]))[0]!;
const followUpsOf = async (lead: LeadInStory) =>
  (await lead.read()).followUps.map(
    ({ months, dueOn, cancelled }: Record<string, unknown>) => `${months} ${dueOn}${cancelled ? ' cancelled' : ''}`,
  );

describe('a stage', () => {
  it('is entered now, by the contact person who moves the lead: that answers it', async () => {
    const lead = await region.lead();
    const moved = ok(await lead.post('/stage', { stage: 'contacted' }));
    expect(moved).toMatchObject({ leadId: lead.id, stage: 'contacted', reason: null });
    expect(moved.lead).toEqual({ stage: 'contacted', lostReason: null, closedAt: null, outcomeMissing: false });
    const read = await lead.read();
    expect(read).toMatchObject({ stage: 'contacted', closedAt: null });
    expect(read.respondedAt).not.toBeNull();
    expect(read.timeline[0]).toMatchObject({ id: moved.id, type: 'stage', stage: { stage: 'contacted' } });
  });

  it('entered by an admin without a profile is no answer of a contact person', async () => {
    const lead = await region.lead();
    ok(await lead.post('/stage', { stage: 'contacted' }, region.admin));
    expect((await lead.read()).respondedAt).toBeNull();
  });

  it('told as a day counts at its end, also where clocks change', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    expect(ok(await lead.post('/stage', { stage: 'contacted', at: '2025-02-01' })).at).toBe('2025-02-01T21:59:59.999Z');
    expect(ok(await lead.post('/stage', { stage: 'qualified', at: '2025-03-30' })).at).toBe('2025-03-30T20:59:59.999Z');
    expect(ok(await lead.post('/stage', { stage: 'visiting', at: '2025-10-26' })).at).toBe('2025-10-26T21:59:59.999Z');
  });

  it('told as today counts now, and on the day of creation after it', async () => {
    const lead = await region.lead();
    const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Helsinki' }).format(new Date());
    const { at } = ok(await lead.post('/stage', { stage: 'contacted', at: today }));
    expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
    expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse((await lead.read()).createdAt));
    const older = await region.lead({ createdAt: '2025-02-10T20:00:00Z' });
    expect(ok(await older.post('/stage', { stage: 'contacted', at: '2025-02-10' })).at).toBe('2025-02-10T21:59:59.999Z');
  });

  it("belongs to the day in the region's zone: just after midnight it is already the next one", async () => {
    const lead = await region.lead({ createdAt: '2025-02-10T22:30:00Z' });
    expect(refusal(await lead.post('/stage', { stage: 'contacted', at: '2025-02-10' }))).toEqual({
      status: 422,
      code: 'before_creation',
      path: 'at',
    });
    expect(ok(await lead.post('/stage', { stage: 'contacted', at: '2025-02-11' })).at).toBe('2025-02-11T21:59:59.999Z');
  });

  it('is refused before creation, in the future, and where the pipeline has no such step', async () => {
    const lead = await region.lead({ createdOn: '2025-02-10' });
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString();
    const attempts: [Record<string, unknown>, number, string, string][] = [
      [{ stage: 'contacted', at: '2025-02-09' }, 422, 'before_creation', 'at'],
      [{ stage: 'contacted', at: '2025-02-10T08:59:59Z' }, 422, 'before_creation', 'at'],
      [{ stage: 'contacted', at: tomorrow }, 422, 'in_future', 'at'],
      [{ stage: 'contacted', at: tomorrow.slice(0, 10) }, 422, 'in_future', 'at'],
      [{ stage: 'guided' }, 422, 'unknown_stage', 'stage'],
      [{ stage: 'lost' }, 400, 'reason_needed', 'reason'],
      [{ stage: 'contacted', reason: 'no_job' }, 400, 'reason_needed', 'reason'],
      [{ stage: 'lost', reason: 'bad_mood' }, 422, 'unknown_reason', 'reason'],
      [{ stage: 'Lost!' }, 400, 'invalid_format', 'stage'],
    ];
    for (const [body, status, code, path] of attempts) {
      expect({ body, ...refusal(await lead.post('/stage', body)) }).toEqual({ body, status, code, path });
    }
    expect((await lead.read()).stage).toBe('new');
  });

  it('is the furthest reached even when the lead moves back', async () => {
    const lead = await region.lead({ createdOn: '2025-02-10' });
    await lead.reaches('visiting', '2025-03-01');
    await lead.reaches('contacted', '2025-04-01');
    expect((await lead.read()).stage).toBe('contacted');
    expect((await journeyOf(lead)).step_4).not.toBeNull();
  });

  it('that was forgotten is told later, and the lead stays where it stands', async () => {
    const lead = await region.lead({ createdOn: '2025-02-10' });
    await lead.reaches('visiting', '2025-04-01');
    const { lead: standing } = ok(await lead.post('/stage', { stage: 'qualified', at: '2025-03-01' }));
    expect(standing.stage).toBe('visiting');
  });
});

describe('a lost lead', () => {
  it('says why, by a known reason or one of the region', async () => {
    const lead = await region.lead({ createdOn: '2025-02-10' });
    await lead.isLost('no_housing', '2025-03-01');
    expect(await lead.read()).toMatchObject({ stage: 'lost', lostReason: 'no_housing', closedAt: '2025-03-01T21:59:59.999Z' });
    const own = ok(await region.admin('POST', region.path('/lost-reasons'), { label: 'Liian kylmä' }));
    await lead.isLost(own.key, '2025-03-02');
    expect((await lead.read()).lostReason).toBe(own.key);
    ok(await region.admin('DELETE', region.path(`/lost-reasons/${own.key}`)));
    expect(refusal(await lead.post('/stage', { stage: 'lost', reason: own.key }))).toEqual({
      status: 422,
      code: 'unknown_reason',
      path: 'reason',
    });
  });

  it('is open again when it moves on', async () => {
    const lead = await region.lead({ createdOn: '2025-02-10' });
    await lead.isLost('no_answer', '2025-03-01');
    await lead.reaches('contacted', '2025-04-01');
    expect(await lead.read()).toMatchObject({ stage: 'contacted', lostReason: null, closedAt: null });
    expect((await journeyOf(lead)).reopened).toBe(true);
  });
});

describe('a lead won by hand', () => {
  it('asks for its outcome until it is recorded', async () => {
    const lead = await region.lead({ createdOn: '2025-02-10' });
    const { lead: standing } = ok(await lead.post('/stage', { stage: 'won', at: '2025-05-01' }));
    expect(standing).toMatchObject({ stage: 'won', outcomeMissing: true });
    await lead.settles('2025-05-01');
    expect(await lead.read()).toMatchObject({ stage: 'won', outcomeMissing: false, closedAt: '2025-05-01T20:59:59.999Z' });
  });
});

describe('follow-ups from the end of service', () => {
  it('are made when a lead closes, won or lost, and move with it', async () => {
    ok(await region.admin('POST', region.path('/pipelines'), { template: 'interpreter' }));
    const lead = await region.lead({ createdOn: '2025-01-10', pipeline: 'interpreter' });
    await lead.reaches('preparatory_support', '2025-02-01');
    expect(await followUpsOf(lead)).toEqual([]);
    await lead.isLost('other', '2025-05-31');
    expect(await followUpsOf(lead)).toEqual(['3 2025-08-31', '6 2025-11-30']);
    await lead.reaches('on_site_support', '2025-06-10');
    expect(await followUpsOf(lead)).toEqual(['3 2025-08-31 cancelled', '6 2025-11-30 cancelled']);
    await lead.reaches('won', '2025-07-01');
    expect(await followUpsOf(lead)).toEqual(['3 2025-08-31 cancelled', '3 2025-10-01', '6 2025-11-30 cancelled', '6 2026-01-01']);
    expect((await lead.read()).outcomeMissing).toBe(false);
  });

  it('are not needed any more when the closing is voided', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10', pipeline: 'interpreter' });
    const { id } = ok(await lead.post('/stage', { stage: 'lost', reason: 'other', at: '2025-02-01' }));
    const voided = ok(await lead.browser('POST', region.path(`/stage-changes/${id}/void`), { reason: 'Väärä asiakas' }));
    expect(voided.lead.stage).toBe('intake');
    expect(await followUpsOf(lead)).toEqual(['3 2025-05-01 cancelled', '6 2025-08-01 cancelled']);
  });
});

describe('two who move a lead at once', () => {
  it('are both written, one after the other, and nothing is lost', async () => {
    const lead = await region.lead();
    const stages = ['contacted', 'qualified', 'visiting', 'contacted', 'won', 'qualified'];
    const answers = await Promise.all(stages.map((stage) => lead.post('/stage', { stage })));
    expect(answers.map(({ status }) => status)).toEqual(stages.map(() => 200));
    const { timeline, stage } = await lead.read();
    const entries = timeline.filter(({ type }: { type: string }) => type === 'stage');
    expect(entries).toHaveLength(stages.length);
    expect(stage).toBe(entries[0].stage.stage);
    const last = answers
      .map(({ body }) => body)
      .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
      .at(-1);
    expect(last.lead.stage).toBe(last.stage);
  });
});

describe('the door', () => {
  it('is closed to who does not see the lead', async () => {
    const lead = await region.lead();
    await expectClosed(region, `/leads/${lead.id}/stage`, { stage: 'contacted' });
    expect((await lead.read()).stage).toBe('new');
  });

  it('is open to the partner of its owner and to her substitute', async () => {
    const lead = await region.lead();
    const colleague = await region.contactPerson();
    ok(await lead.post('/stage', { stage: 'contacted' }, colleague.browser));
    expect((await lead.read()).stage).toBe('contacted');
  });

  it('leaves projections as a rebuild makes them', () => expectProjectionsOfHistory(story.app));
});
