/** Touches: what a lead met, in which order it is told, and what is refused. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';
import { expectClosed, refusal } from './doors.ts';
import { expectProjectionsOfHistory } from './rebuilt.ts';

describe('a touch', () => {
  let story: Story;
  let region: RegionInStory;
  let liisa: ContactPersonInStory;
  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region();
    liisa = await region.contactPerson();
  });
  afterAll(() => story?.end());

  it('stands in the story of its lead, with the activity', async () => {
    const lead = await region.lead();
    const campaign = await region.campaign({ title: 'Nupit', contactPerson: liisa });
    const added = ok(await lead.post('/touches', { activityId: campaign.id, how: 'link', at: '2025-05-01T10:00:00+03:00' }));
    expect(added).toEqual({
      id: expect.any(String),
      leadId: lead.id,
      how: 'link',
      activityId: campaign.id,
      organisationId: null,
      at: '2025-05-01T07:00:00.000Z',
    });
    const { timeline } = await lead.read();
    expect(timeline.find(({ id }: { id: string }) => id === added.id)).toMatchObject({
      type: 'touch',
      touch: { how: 'link', activity: { title: 'Nupit' } },
    });
  });

  it('is now when nobody says when', async () => {
    const lead = await region.lead();
    const before = Date.now();
    const { at } = ok(await lead.post('/touches', { how: 'own_initiative' }));
    expect(Date.parse(at)).toBeGreaterThanOrEqual(before - 1000);
    expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
  });

  it('is the source when it lies before all others, even before creation', async () => {
    const [fair, video] = [await region.recruitmentEvent(), await region.campaign()];
    const lead = await region.lead({ createdOn: '2025-03-01', metAt: { activity: fair, at: '2025-02-20T10:00:00Z' } });
    expect((await lead.read()).source.activity.id).toBe(fair.id);
    ok(await lead.post('/touches', { activityId: video.id, how: 'self_reported', at: '2025-01-15T10:00:00Z' }));
    expect((await lead.read()).source.activity.id).toBe(video.id);
  });

  it('may be a referral by an organisation that is made on the way, once', async () => {
    const lead = await region.lead();
    const [first, second] = [
      ok(await lead.post('/touches', { how: 'referral', organisation: { name: 'TE-palvelut Koillinen' } })),
      ok(await lead.post('/touches', { how: 'referral', organisation: { name: 'te-palvelut koillinen' } })),
    ];
    expect(first.organisationId).toEqual(expect.any(String));
    expect(second.organisationId).toBe(first.organisationId);
    expect(ok(await lead.post('/touches', { how: 'referral', organisationId: first.organisationId })).organisationId).toBe(
      first.organisationId,
    );
  });

  it('is refused in the future, with what is not there, or with too much', async () => {
    const lead = await region.lead();
    const { id: activityId } = await region.campaign();
    const elsewhere = await (await story.region()).campaign();
    const nobody = '019a0000-0000-7000-8000-000000000000';
    const attempts: [Record<string, unknown>, number, string, string][] = [
      [{ activityId, how: 'link', at: new Date(Date.now() + 3_600_000).toISOString() }, 422, 'in_future', 'at'],
      [{ activityId: nobody, how: 'link' }, 422, 'unknown_activity', 'activityId'],
      [{ activityId: elsewhere.id, how: 'link' }, 422, 'unknown_activity', 'activityId'],
      [{ how: 'referral', organisationId: nobody }, 422, 'unknown_organisation', 'organisation.id'],
      [{ how: 'referral', organisationId: nobody, organisation: { name: 'Toinen' } }, 422, 'one_organisation', 'organisation'],
      [{ how: 'link' }, 400, 'activity_or_none', 'activityId'],
      [{ how: 'referral', activityId }, 400, 'activity_or_none', 'activityId'],
      [{ how: 'telepathy' }, 400, 'invalid_value', 'how'],
      [{ how: 'own_initiative', at: '2025-02-30T10:00:00Z' }, 400, 'invalid_format', 'at'],
      [{ how: 'own_initiative', at: 'yesterday', extra: 1 }, 400, 'invalid_format', 'at'],
    ];
    for (const [body, status, code, path] of attempts) {
      expect({ body, ...refusal(await lead.post('/touches', body)) }).toEqual({ body, status, code, path });
    }
  });

  it('never loses another that comes at the same moment', async () => {
    const lead = await region.lead();
    const activities = await Promise.all(Array.from({ length: 6 }, () => region.campaign()));
    const answers = await Promise.all(activities.map(({ id }) => lead.post('/touches', { activityId: id, how: 'link' })));
    expect(answers.map(({ status }) => status)).toEqual(activities.map(() => 201));
    const [row] = await story.app.sql<{ bytes: number }>('select length(touches) as bytes from path where lead_id = $1', [lead.id]);
    expect(row!.bytes).toBe(6 * 8);
  });

  it('is closed to who does not see the lead', async () => {
    const lead = await region.lead();
    await expectClosed(region, `/leads/${lead.id}/touches`, { how: 'own_initiative' });
  });

  it('leaves projections as a rebuild makes them', () => expectProjectionsOfHistory(story.app));
});

describe('a note', () => {
  let story: Story;
  let region: RegionInStory;
  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region();
  });
  afterAll(() => story?.end());

  it('marked as contact answers the lead, one without does not', async () => {
    const lead = await region.lead({ createdOn: '2025-03-01' });
    ok(await lead.post('/notes', { text: 'Soitin, ei vastausta', at: '2025-03-02T09:00:00Z' }));
    expect((await lead.read()).respondedAt).toBeNull();
    ok(await lead.post('/notes', { text: 'Tavoitin, haluaa töitä', contact: true, at: '2025-03-03T09:00:00Z' }));
    expect((await lead.read()).respondedAt).toBe('2025-03-03T09:00:00.000Z');
  });

  it("is no contact person's answer when an admin without a profile writes it", async () => {
    const lead = await region.lead({ createdOn: '2025-03-01' });
    ok(await lead.post('/notes', { text: 'Kirjattu paperilta', contact: true }, region.admin));
    expect((await lead.read()).respondedAt).toBeNull();
  });

  it('says something, of the past', async () => {
    const lead = await region.lead();
    expect(refusal(await lead.post('/notes', { text: '   ' }))).toMatchObject({ status: 400, path: 'text' });
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(refusal(await lead.post('/notes', { text: 'Huomenna', at: tomorrow }))).toEqual({ status: 422, code: 'in_future', path: 'at' });
    await expectClosed(region, `/leads/${lead.id}/notes`, { text: 'Hei' });
  });

  it('leaves its words out of the audit', async () => {
    const lead = await region.lead();
    ok(await lead.post('/notes', { text: 'Salainen murhe', contact: false }));
    const rows = await story.app.sql("select 1 from audit a where a::text like '%Salainen%'");
    expect(rows).toEqual([]);
  });
});
