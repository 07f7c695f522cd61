/** Owners: who has a lead, and what goes along when somebody else takes it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';
import { expectClosed, refusal } from './doors.ts';

describe('an owner', () => {
  let story: Story;
  let region: RegionInStory;
  let liisa: ContactPersonInStory;
  let matti: ContactPersonInStory;
  beforeAll(async () => {
    story = await Story.begin();
    region = await story.region();
    liisa = await region.contactPerson();
    matti = await region.contactPerson();
  });
  afterAll(() => story?.end());

  it('gives a lead to a colleague; unanswered follow-ups go along, answered ones stay', async () => {
    const lead = await region.lead({ by: liisa, createdOn: '2024-01-10' });
    const { followUps } = await lead.settles('2024-02-01');
    ok(await liisa.browser('POST', region.path(`/follow-ups/${followUps[0].id}`), { status: 'still_here', on: '2024-05-02' }));
    const changed = ok(await lead.post('/owner', { contactPersonId: matti.id, from: liisa.id }));
    expect(changed).toEqual({
      id: expect.any(String),
      leadId: lead.id,
      owner: { id: matti.id, name: matti.name },
      controllerChanged: false,
      followUps: 2,
    });
    expect((await lead.read()).owner.id).toBe(matti.id);
    const rows = await story.app.sql<{ assignee_id: string }>('select assignee_id from follow_up where lead_id = $1 order by months', [
      lead.id,
    ]);
    expect(rows.map(({ assignee_id }) => assignee_id)).toEqual([liisa.id, matti.id, matti.id]);
    const entry = (await lead.read()).timeline.find(({ id }: { id: string }) => id === changed.id);
    expect(entry.owner).toEqual({
      from: { id: liisa.id, name: liisa.name },
      to: { id: matti.id, name: matti.name },
      controllerChanged: false,
    });
  });

  it('of another partner makes it the controller, and the lead leaves the sight of the first', async () => {
    const partner = await region.partner('Ksakki ry');
    const anna = await region.contactPerson({ partnerId: partner.id });
    const lead = await region.lead({ by: liisa });
    expect(ok(await lead.post('/owner', { contactPersonId: anna.id })).controllerChanged).toBe(true);
    expect((await liisa.browser('GET', region.path(`/leads/${lead.id}`))).status).toBe(404);
    expect((await lead.read(anna.browser)).partner.id).toBe(partner.id);
  });

  it('takes a lead from the common inbox, with its follow-ups', async () => {
    const lead = ok(
      await region.admin('POST', region.path('/leads'), {
        person: { name: 'Tuntematon', languages: [] },
        intent: 'move',
        createdAt: '2024-01-01T10:00:00Z',
      }),
    );
    expect(lead.owner).toBeNull();
    ok(
      await region.admin('POST', region.path(`/leads/${lead.id}/outcomes`), {
        type: 'settled_mover',
        on: '2024-03-01',
        municipality: '305',
        adults: 1,
        children: 0,
      }),
    );
    const taken = ok(await liisa.browser('POST', region.path(`/leads/${lead.id}/owner`), { contactPersonId: liisa.id, from: null }));
    expect(taken.followUps).toBe(3);
  });

  it('is one of two who take a lead at once', async () => {
    const lead = ok(await region.admin('POST', region.path('/leads'), { person: { name: 'Suosittu', languages: [] }, intent: 'move' }));
    const take = (who: ContactPersonInStory) =>
      who.browser('POST', region.path(`/leads/${lead.id}/owner`), { contactPersonId: who.id, from: null });
    const answers = await Promise.all([take(liisa), take(matti)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(refusal(answers.find(({ status }) => status === 409)!)).toEqual({ status: 409, code: 'owner_changed', path: 'from' });
  });

  it('is a present contact person, and another than before', async () => {
    const lead = await region.lead({ by: liisa });
    const gone = await region.contactPerson();
    ok(await region.admin('POST', region.path(`/contact-persons/${gone.id}/leave`)));
    const elsewhere = await (await story.region()).contactPerson();
    for (const id of [gone.id, elsewhere.id, '019a0000-0000-7000-8000-000000000000']) {
      expect(refusal(await lead.post('/owner', { contactPersonId: id }))).toEqual({
        status: 422,
        code: 'not_a_contact_person',
        path: 'contactPersonId',
      });
    }
    expect(refusal(await lead.post('/owner', { contactPersonId: liisa.id }))).toEqual({
      status: 409,
      code: 'already_owner',
      path: 'contactPersonId',
    });
    await expectClosed(region, `/leads/${lead.id}/owner`, { contactPersonId: matti.id });
  });
});
