/** Hand-over: nobody who leaves takes a chain with them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';
import { refusal } from './doors.ts';
import { expectProjectionsOfHistory } from './rebuilt.ts';

let story: Story;
let region: RegionInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  await region.contactPerson();
});
afterAll(() => story?.end());

const handOver = (from: ContactPersonInStory, to: { id: string }, body: Record<string, unknown> = {}, by = region.admin) =>
  by('POST', region.path(`/contact-persons/${from.id}/hand-over`), { to: to.id, ...body });
const responsible = async (activity: { id: string }) =>
  ok(await region.admin('GET', region.path(`/activities/${activity.id}`))).contactPerson.id;
const today = () => new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Helsinki' }).format(new Date());

describe('a hand-over', () => {
  it('moves every activity, open lead and unanswered follow-up in one step, and leaves what is closed', async () => {
    const [liisa, matti] = [await region.contactPerson(), await region.contactPerson()];
    const activities = [
      await region.campaign({ contactPerson: liisa }),
      await region.infoSession({ contactPerson: liisa, on: '2025-02-01' }),
    ];
    const open = [await region.lead({ by: liisa }), await region.lead({ by: liisa })];
    const lost = await region.lead({ by: liisa, createdOn: '2025-01-10' });
    await lost.isLost('no_job', '2025-02-01');
    const won = await region.lead({ by: liisa, createdOn: '2024-01-10' });
    const { followUps } = await won.settles('2024-02-01');
    ok(await liisa.browser('POST', region.path(`/follow-ups/${followUps[0].id}`), { status: 'still_here', on: '2024-05-01' }));
    expect((await region.admin('POST', region.path(`/contact-persons/${liisa.id}/leave`))).status).toBe(409);

    expect(ok(await handOver(liisa, matti))).toEqual({ activities: 2, leads: 2, followUps: 2, forms: 0, controllerChanged: false });

    for (const activity of activities) expect(await responsible(activity)).toBe(matti.id);
    for (const lead of open) expect((await lead.read(matti.browser)).owner.id).toBe(matti.id);
    for (const lead of [lost, won]) expect((await lead.read()).owner.id).toBe(liisa.id);
    const rows = await story.app.sql<{ assignee_id: string }>('select assignee_id from follow_up where lead_id = $1 order by months', [
      won.id,
    ]);
    expect(rows.map(({ assignee_id }) => assignee_id)).toEqual([liisa.id, matti.id, matti.id]);
    expect((await open[0]!.read()).timeline[0]).toMatchObject({
      type: 'owner',
      owner: { from: { id: liisa.id }, to: { id: matti.id }, controllerChanged: false },
    });
    expect(ok(await handOver(liisa, matti))).toEqual({ activities: 0, leads: 0, followUps: 0, forms: 0, controllerChanged: false });
    ok(await region.admin('POST', region.path(`/contact-persons/${liisa.id}/leave`)));
  });

  it('to another partner says that personal data changes its controller', async () => {
    const partner = await region.partner('Uusi rekisterinpitäjä');
    const [liisa, anna] = [await region.contactPerson(), await region.contactPerson({ partnerId: partner.id })];
    expect(ok(await handOver(liisa, anna)).controllerChanged).toBe(false);
    const lead = await region.lead({ by: liisa });
    expect(ok(await handOver(liisa, anna))).toMatchObject({ leads: 1, controllerChanged: true });
    expect((await lead.read(anna.browser)).timeline[0].owner.controllerChanged).toBe(true);
    const [row] = await story.app.sql(
      "select 1 as found from audit where table_name = 'owner_change' and after ->> 'lead_id' = $1 and after ->> 'controller_changed' = 'true'",
      [lead.id],
    );
    expect(row).toEqual({ found: 1 });
  });

  it('may name an earlier day: the activities change hands at its start, the leads now', async () => {
    const [liisa, matti] = [await region.contactPerson(), await region.contactPerson()];
    const activity = await region.campaign({ contactPerson: liisa, startsOn: '2025-01-01' });
    const lead = await region.lead({ by: liisa });
    ok(await handOver(liisa, matti, { on: '2025-03-30' }));
    const { contactHistory } = ok(await region.admin('GET', region.path(`/activities/${activity.id}`)));
    expect(
      contactHistory.map(({ contactPerson, since, until }: Record<string, unknown>) => [
        (contactPerson as { id: string }).id,
        since,
        until,
      ]),
    ).toEqual([
      [liisa.id, expect.any(String), '2025-03-29T22:00:00.000Z'],
      [matti.id, '2025-03-29T22:00:00.000Z', null],
    ]);
    expect(Date.parse((await lead.read()).timeline[0].at)).toBeGreaterThan(Date.now() - 60_000);
  });

  it('names no future day, and none before she began', async () => {
    const [liisa, matti, anna] = [await region.contactPerson(), await region.contactPerson(), await region.contactPerson()];
    await region.campaign({ contactPerson: liisa, startsOn: '2025-01-01' });
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    expect(refusal(await handOver(liisa, matti, { on: tomorrow }))).toEqual({ status: 422, code: 'in_future', path: 'on' });
    expect(refusal(await handOver(liisa, matti, { on: '2024-12-31' }))).toEqual({ status: 422, code: 'before_start', path: 'on' });
    ok(await handOver(liisa, matti, { on: '2025-02-01' }));
    expect(refusal(await handOver(matti, anna, { on: '2025-01-31' }))).toEqual({ status: 422, code: 'before_start', path: 'on' });
    expect(ok(await handOver(matti, anna, { on: '2025-02-01' })).activities).toBe(1);
    expect(ok(await handOver(anna, matti, { on: today() })).activities).toBe(1);
  });

  it('goes to another, present contact person of the region', async () => {
    const [liisa, gone] = [await region.contactPerson(), await region.contactPerson()];
    ok(await region.admin('POST', region.path(`/contact-persons/${gone.id}/leave`)));
    const elsewhere = await (await story.region()).contactPerson();
    expect(refusal(await handOver(liisa, liisa))).toEqual({ status: 409, code: 'same_person', path: 'to' });
    for (const to of [gone, elsewhere, { id: '019a0000-0000-7000-8000-000000000000' }]) {
      expect(refusal(await handOver(liisa, to))).toEqual({ status: 409, code: 'not_a_contact_person', path: 'to' });
    }
    expect((await handOver(elsewhere, liisa)).status).toBe(404);
    expect((await handOver(liisa, { id: 'nobody' })).status).toBe(400);
  });

  it('is for admins', async () => {
    const [liisa, matti] = [await region.contactPerson(), await region.contactPerson()];
    for (const browser of [liisa.browser, await region.marketer(), await region.manager()])
      expect((await handOver(liisa, matti, {}, browser)).status).toBe(403);
    expect((await handOver(liisa, matti, {}, story.app.browser())).status).toBe(401);
    expect((await handOver(liisa, matti, {}, (await story.region()).admin)).status).toBe(404);
  });
});

describe('hand-overs at once', () => {
  it('move everything once, whoever comes first', async () => {
    const [liisa, matti, anna] = [await region.contactPerson(), await region.contactPerson(), await region.contactPerson()];
    await region.campaign({ contactPerson: liisa });
    const lead = await region.lead({ by: liisa });
    const answers = await Promise.all([handOver(liisa, matti), handOver(liisa, anna), handOver(liisa, matti), handOver(liisa, anna)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.map(({ body }) => body.activities).sort()).toEqual([0, 0, 0, 1]);
    expect(answers.map(({ body }) => body.leads).sort()).toEqual([0, 0, 0, 1]);
    expect([matti.id, anna.id]).toContain((await lead.read(region.admin)).owner.id);
  });

  it('in opposite directions wait for each other', async () => {
    const [liisa, matti] = [await region.contactPerson(), await region.contactPerson()];
    await region.campaign({ contactPerson: liisa });
    await region.campaign({ contactPerson: matti });
    const [one, other] = [await region.lead({ by: liisa }), await region.lead({ by: matti })];
    const answers = await Promise.all([handOver(liisa, matti), handOver(matti, liisa)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const owners = [(await one.read(region.admin)).owner.id, (await other.read(region.admin)).owner.id];
    expect(owners[0]).toBe(owners[1]);
  });

  it('leave nothing behind that is written at the same moment', async () => {
    const [liisa, matti] = [await region.contactPerson(), await region.contactPerson()];
    const leads = [];
    for (let many = 0; many < 4; many += 1) leads.push(await region.lead({ by: liisa, createdOn: '2024-01-10' }));
    const [handed, ...written] = await Promise.all([
      handOver(liisa, matti),
      leads[0]!.post('/outcomes', { type: 'settled_mover', on: '2024-02-01', municipality: '305', adults: 1, children: 0 }),
      leads[1]!.post('/stage', { stage: 'contacted' }),
      leads[2]!.post('/owner', { contactPersonId: matti.id }),
      region.lead({ by: liisa }),
      region.campaign({ contactPerson: liisa }),
    ]);
    expect(handed.status).toBe(200);
    for (const answer of written) if ('status' in answer) expect([200, 201, 409]).toContain(answer.status);
    ok(await handOver(liisa, matti));
    const [held] = await story.app.sql(
      `select (select count(*)::int from follow_up where assignee_id = $1 and answered_at is null and cancelled_at is null) as follow_ups,
              (select count(*)::int from activity_contact where contact_person_id = $1 and until is null) as activities,
              (select count(*)::int from journey where owner = $1 and closed_at is null) as leads`,
      [liisa.id],
    );
    expect(held).toEqual({ follow_ups: 0, activities: 0, leads: 0 });
  });

  it('leave projections as a rebuild makes them', () => expectProjectionsOfHistory(story.app));
});
