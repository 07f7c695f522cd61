/** Outcomes: what happened, what it does to its lead, and who asks later. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';
import { expectClosed, refusal } from './doors.ts';
import { expectProjectionsOfHistory } from './rebuilt.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
});
afterAll(() => story?.end());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const today = () => new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Helsinki' }).format(new Date());
const mover = { type: 'settled_mover', municipality: '305', adults: 2, children: 1 };
const company = { type: 'new_company', municipality: '832', name: 'Pohjan Pulla Oy' };

describe('a settled household', () => {
  it('is told with all that is known of it', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    const outcome = ok(
      await lead.post('/outcomes', {
        ...mover,
        on: '2025-04-15',
        from: { country: 'FI', municipality: '091' },
        residence: 'permanent',
        homeMunicipality: 'yes',
      }),
    );
    expect(outcome).toMatchObject({
      leadId: lead.id,
      type: 'settled_mover',
      on: '2025-04-15',
      municipality: '305',
      adults: 2,
      children: 1,
      residence: 'permanent',
      homeMunicipality: 'yes',
      organisation: null,
    });
    expect(outcome.followUps.map(({ months, dueOn }: Record<string, unknown>) => [months, dueOn])).toEqual([
      [3, '2025-07-15'],
      [6, '2025-10-15'],
      [12, '2026-04-15'],
    ]);
    const [row] = await story.app.sql('select from_country, from_municipality from outcome where id = $1', [outcome.id]);
    expect(row).toEqual({ from_country: 'FI', from_municipality: '091' });
  });

  it('moves its lead to won at the end of its day; the contact person closed it', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    await lead.settles('2025-04-15');
    expect(await lead.read()).toMatchObject({
      stage: 'won',
      closedAt: '2025-04-15T20:59:59.999Z',
      outcomeMissing: false,
      closedBy: { id: liisa.id },
    });
  });

  it('is asked about on the last day of a shorter month', async () => {
    const lead = await region.lead({ createdOn: '2024-11-01' });
    const due = async (on: string) => (await lead.settles(on)).followUps.map(({ dueOn }: { dueOn: string }) => dueOn);
    expect(await due('2024-11-30')).toEqual(['2025-02-28', '2025-05-30', '2025-11-30']);
    expect(await due('2025-08-31')).toEqual(['2025-11-30', '2026-02-28', '2026-08-31']);
  });

  it('has somebody in it', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    expect(refusal(await lead.post('/outcomes', { ...mover, on: '2025-02-01', adults: 0, children: 0 }))).toEqual({
      status: 400,
      code: 'empty_household',
      path: 'adults',
    });
    expect(ok(await lead.post('/outcomes', { ...mover, on: '2025-02-01', adults: 0, children: 1 })).children).toBe(1);
  });
});

describe('the day of an outcome', () => {
  it('is today at the latest, and today counts now', async () => {
    const lead = await region.lead();
    expect(refusal(await lead.post('/outcomes', { ...mover, on: inDays(2) }))).toEqual({ status: 422, code: 'in_future', path: 'on' });
    await lead.settles(today());
    const { closedAt, createdAt } = await lead.read();
    expect(Date.parse(closedAt)).toBeLessThanOrEqual(Date.now());
    expect(Date.parse(closedAt)).toBeGreaterThanOrEqual(Date.parse(createdAt));
  });

  it('may be that of the creation', async () => {
    const lead = await region.lead({ createdAt: '2025-06-10T15:00:00Z' });
    await lead.settles('2025-06-10');
    expect((await lead.read()).closedAt).toBe('2025-06-10T20:59:59.999Z');
  });

  it('before creation is refused, or moves the creation back', async () => {
    const lead = await region.lead({ createdOn: '2025-06-10' });
    expect(refusal(await lead.post('/outcomes', { ...mover, on: '2025-06-09' }))).toEqual({
      status: 422,
      code: 'before_creation',
      path: 'on',
    });
    await lead.settles('2025-03-30', { moveCreation: true });
    expect(await lead.read()).toMatchObject({ createdAt: '2025-03-29T22:00:00.000Z', closedAt: '2025-03-30T20:59:59.999Z' });
    const audit = await story.app.sql(
      "select after ->> 'created_at' as moved from audit where table_name = 'lead' and action = 'update' and row_key ->> 'id' = $1 and after ? 'created_at'",
      [lead.id],
    );
    expect(audit).toHaveLength(1);
    expect(refusal(await lead.post('/outcomes', { ...mover, on: '1950-01-01', moveCreation: true }))).toEqual({
      status: 422,
      code: 'too_long_ago',
      path: 'on',
    });
  });

  it('wins also a lead that was moved on or lost after it, before anybody heard', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    await lead.reaches('visiting', '2025-03-01');
    await lead.isLost('no_answer', '2025-05-01');
    await lead.settles('2025-04-01');
    expect((await lead.read()).stage).toBe('won');
    const [row] = await story.app.sql<{ won: number }>('select won from journey where lead_id = $1', [lead.id]);
    expect(row!.won).toBe((Date.parse('2025-04-01T21:00:00Z') - Date.parse('2025-01-10T09:00:00Z')) / 1000);
  });

  it('leaves a lead that is won already where it is', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    await lead.reaches('won', '2025-03-01');
    await lead.settles('2025-02-15');
    expect((await lead.read()).closedAt).toBe('2025-03-01T21:59:59.999Z');
  });
});

describe('a new company', () => {
  it('is an organisation, known by its business id or its name', async () => {
    const first = ok(
      await (await region.lead({ createdOn: '2025-01-10' })).post('/outcomes', {
        ...company,
        on: '2025-02-01',
        businessId: '0109862-8',
        founders: 2,
        soleTrader: false,
      }),
    );
    const other = ok(
      await (await region.lead({ createdOn: '2025-01-10' })).post('/outcomes', {
        ...company,
        on: '2025-02-01',
        name: 'Toinen nimi',
        businessId: 'FI01098628',
      }),
    );
    expect(other.organisation.id).toBe(first.organisation.id);
    expect(first.followUps).toHaveLength(3);
  });

  it('is recorded once for a lead, another company beside it', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    await lead.founds('2025-02-01', { name: 'Kahvila Kuura' });
    expect(refusal(await lead.post('/outcomes', { ...company, on: '2025-03-01', name: 'kahvila kuura' }))).toEqual({
      status: 409,
      code: 'same_company',
      path: 'name',
    });
    await lead.founds('2025-03-01', { name: 'Kahvila Kuura 2' });
    await lead.settles('2025-04-01');
    const outcomes = (await lead.read()).timeline.filter(({ type }: { type: string }) => type === 'outcome');
    expect(outcomes).toHaveLength(3);
  });

  it('once, also when two record it at the same moment', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    const body = { ...company, name: 'Kiire ja Kumppanit', on: '2025-02-01' };
    const answers = await Promise.all([lead.post('/outcomes', body), lead.post('/outcomes', body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('has a business id that can be one', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    expect(refusal(await lead.post('/outcomes', { ...company, on: '2025-02-01', businessId: '1234567-8' }))).toMatchObject({
      status: 400,
      path: 'businessId',
      code: 'wrong_business_id',
    });
  });
});

describe('a job or studies', () => {
  it('win the lead and are not asked about later', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    const job = ok(
      await lead.post('/outcomes', { type: 'employed', on: '2025-02-01', municipality: '305', organisation: { name: 'Kuusamon Saha' } }),
    );
    expect(job).toMatchObject({ type: 'employed', adults: null, followUps: [], organisation: { name: 'Kuusamon Saha' } });
    const studies = ok(
      await lead.post('/outcomes', { type: 'studying', on: '2025-03-01', municipality: '305', organisationId: job.organisation.id }),
    );
    expect(studies.followUps).toEqual([]);
    expect((await lead.read()).stage).toBe('won');
    const nobody = '019a0000-0000-7000-8000-000000000000';
    expect(
      refusal(await lead.post('/outcomes', { type: 'employed', on: '2025-02-01', municipality: '305', organisationId: nobody })),
    ).toMatchObject({ status: 422, code: 'unknown_organisation' });
  });
});

describe('the follow-ups of an outcome', () => {
  it('wait for the owner, or in the common inbox when there is none or she has left', async () => {
    const assignees = (leadId: string) =>
      story.app.sql<{ assignee_id: string | null }>('select distinct assignee_id from follow_up where lead_id = $1', [leadId]);
    const lead = await region.lead({ by: liisa, createdOn: '2025-01-10' });
    await lead.settles('2025-02-01');
    expect(await assignees(lead.id)).toEqual([{ assignee_id: liisa.id }]);

    const open = ok(
      await region.admin('POST', region.path('/leads'), {
        person: { name: 'Ilman omistajaa', languages: [] },
        intent: 'move',
        createdAt: '2025-01-10T10:00:00Z',
      }),
    );
    ok(await region.admin('POST', region.path(`/leads/${open.id}/outcomes`), { ...mover, on: '2025-02-01' }));
    expect(await assignees(open.id)).toEqual([{ assignee_id: null }]);

    const leaver = await region.contactPerson();
    const left = await region.lead({ by: leaver, createdOn: '2025-01-10' });
    await left.reaches('won', '2025-02-01');
    ok(await region.admin('POST', region.path(`/contact-persons/${leaver.id}/leave`)));
    ok(await left.post('/outcomes', { ...mover, on: '2025-02-01' }, liisa.browser));
    expect(await assignees(left.id)).toEqual([{ assignee_id: null }]);
  });

  it('are closed for the owner when an admin without a profile writes the outcome down', async () => {
    const lead = await region.lead({ by: liisa, createdOn: '2025-01-10' });
    ok(await lead.post('/outcomes', { ...mover, on: '2025-02-01' }, region.admin));
    expect((await lead.read()).closedBy.id).toBe(liisa.id);
  });
});

describe('the door', () => {
  it('refuses what is malformed, at its field', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    const attempts: [Record<string, unknown>, string][] = [
      [{ ...mover, on: '2025-02-30' }, 'on'],
      [{ ...mover, on: '2025-02-01', municipality: '999' }, 'municipality'],
      [{ ...mover, on: '2025-02-01', adults: -1 }, 'adults'],
      [{ ...mover, on: '2025-02-01', adults: 1e9 }, 'adults'],
      [{ ...mover, on: '2025-02-01', from: { country: 'Suomi' } }, 'from.country'],
      [{ ...mover, on: '2025-02-01', pets: 2 }, 'pets'],
      [{ type: 'employed', on: '2025-02-01', municipality: '305', adults: 1 }, 'adults'],
      [{ type: 'married', on: '2025-02-01', municipality: '305' }, 'type'],
      [{ ...company, on: '2025-02-01', name: '' }, 'name'],
    ];
    for (const [body, path] of attempts)
      expect({ body, ...refusal(await lead.post('/outcomes', body)) }).toMatchObject({ body, status: 400, path });
  });

  it('is closed to who does not see the lead', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    await expectClosed(region, `/leads/${lead.id}/outcomes`, { ...mover, on: '2025-02-01' });
  });

  it('leaves projections as a rebuild makes them', () => expectProjectionsOfHistory(story.app));
});
