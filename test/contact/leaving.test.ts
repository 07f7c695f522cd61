import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { ContactPersonService } from '../../src/contact/contact-person.service.ts';
import { RegionScope } from '../../src/platform/region-scope.ts';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let anna: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  anna = await region.contactPerson();
});
afterAll(() => story.end());

const read = async (id: string) => ok(await region.admin('GET', region.path(`/contact-persons/${id}`)));
const leave = (id: string) => region.admin('POST', region.path(`/contact-persons/${id}/leave`));
const returns = (id: string) => region.admin('POST', region.path(`/contact-persons/${id}/return`));
const change = (userId: string, fields: object) => region.admin('PATCH', region.path(`/members/${userId}`), fields);
/** In a transaction of another room. */
async function inRegion<T>(work: (scope: RegionScope, contactPersons: ContactPersonService) => Promise<T>): Promise<T> {
  const facts = ok(await region.admin('GET', region.path('')));
  const [scope, contactPersons] = [story.app.nest.get(RegionScope), story.app.nest.get(ContactPersonService)];
  return scope.run(facts, { userId: null, roles: [] }, () => work(scope, contactPersons));
}

/** Until one transaction waits for the lock of another. */
async function somebodyWaits(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const [{ waiting }] = (await story.app.sql(
      "select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    )) as [{ waiting: number }];
    if (waiting > 0) return;
    await sleep(50);
  }
  throw new Error('Nobody waits');
}

const handOver = async (from: string) => ok(await region.admin('POST', region.path(`/contact-persons/${from}/hand-over`), { to: anna.id }));
const stillHolds = (...kinds: string[]) => ({
  status: 409,
  body: {
    code: 'still_holds',
    issues: kinds.map((kind) => ({ path: `holds.${kind}`, code: 'still_holds', message: expect.stringMatching(/^1 /) })),
  },
});

describe('a contact person who holds something', () => {
  let liisa: { id: string; contactPersonId: string; name: string; browser: ContactPersonInStory['browser'] };
  let asContact: ContactPersonInStory;
  beforeEach(async () => {
    liisa = (await region.member(['contact', 'marketer'])) as typeof liisa;
    asContact = { id: liisa.contactPersonId, name: liisa.name, browser: liisa.browser };
  });

  const cannotGo = async (...kinds: string[]) => {
    expect(await leave(liisa.contactPersonId)).toMatchObject(stillHolds(...kinds));
    expect(await change(liisa.id, { active: false })).toMatchObject(stillHolds(...kinds));
    expect(await change(liisa.id, { roles: ['marketer'] })).toMatchObject(stillHolds(...kinds));
    expect(ok(await region.admin('GET', region.path(`/members/${liisa.id}`)))).toMatchObject({
      active: true,
      roles: ['marketer', 'contact'],
      contactPersonId: liisa.contactPersonId,
    });
  };

  it('can not go while she is responsible for an activity, also when it is over', async () => {
    await region.recruitmentEvent({ contactPerson: asContact, on: '2025-02-01' });
    await cannotGo('activities');
    await handOver(liisa.contactPersonId);
    expect((await leave(liisa.contactPersonId)).status).toBe(200);
  });

  it('can not go while she owns an open lead; closed ones stay hers', async () => {
    const lead = await region.lead({ by: asContact, metAt: 'own_initiative' });
    await cannotGo('leads');
    await lead.isLost('no_housing');
    expect((await change(liisa.id, { active: false })).status).toBe(200);
    expect(ok(await region.admin('GET', region.path(`/leads/${lead.id}`))).owner.id).toBe(liisa.contactPersonId);
  });

  it('can not go while a follow-up waits for her answer', async () => {
    const lead = await region.lead({ by: asContact, metAt: 'own_initiative', createdOn: '2025-01-10' });
    await lead.settles('2025-02-01');
    expect((await leave(liisa.contactPersonId)).body.issues).toEqual([
      { path: 'holds.followUps', code: 'still_holds', message: '3 unanswered follow-ups to hand over' },
    ]);
    await handOver(liisa.contactPersonId);
    expect((await leave(liisa.contactPersonId)).status).toBe(200);
  });

  it('can not go while somebody is giving her work', async () => {
    const fair = await region.recruitmentEvent({ contactPerson: anna });
    const going = inRegion(async (scope, contactPersons) => {
      await contactPersons.mustOwnWork(liisa.contactPersonId, 'contactPersonId');
      const leaves = leave(liisa.contactPersonId);
      await somebodyWaits();
      await scope.rows(sql`
        update activity_contact set contact_person_id = ${liisa.contactPersonId}
        where region_id = ${scope.here.regionId} and activity_id = ${fair.id}`);
      return { leaves };
    });
    expect(await (await going).leaves).toMatchObject(stillHolds('activities'));
  });

  it('is given no work while she goes', async () => {
    const fair = await region.recruitmentEvent({ contactPerson: anna });
    const given = inRegion(async (scope) => {
      await scope.rows(sql`
        select from contact_person where region_id = ${scope.here.regionId} and id = ${liisa.contactPersonId} for update`);
      const handedOver = region.admin('PUT', region.path(`/activities/${fair.id}/contact-person`), {
        contactPersonId: liisa.contactPersonId,
      });
      await somebodyWaits();
      await scope.rows(sql`
        update contact_person set left_at = now() where region_id = ${scope.here.regionId} and id = ${liisa.contactPersonId}`);
      return { handedOver };
    });
    expect(await (await given).handedOver).toMatchObject({ status: 422, body: { code: 'not_a_contact_person' } });
  });
});

describe('a contact person who left', () => {
  it('owns no new work', async () => {
    const liisa = await region.contactPerson();
    ok(await leave(liisa.id));
    const asked = (id: string) => inRegion((_, contactPersons) => contactPersons.mustOwnWork(id, 'to'));
    const refused = { status: 422, code: 'not_a_contact_person', issues: [{ path: 'to' }] };
    await expect(asked(liisa.id)).rejects.toMatchObject(refused);
    await expect(asked('018f2c5e-0000-7000-8000-000000000000')).rejects.toMatchObject(refused);
    ok(await returns(liisa.id));
    await expect(asked(liisa.id)).resolves.toBeUndefined();
  });

  it('can no longer enter the region when that was her only role, and can when she returns', async () => {
    const { id, contactPersonId, browser } = await region.member(['contact']);
    expect(ok(await leave(contactPersonId!))).toMatchObject({ left: true, signsIn: false });
    expect((await browser('GET', region.path(''))).status).toBe(404);
    expect(ok(await region.admin('GET', region.path(`/members/${id}`)))).toMatchObject({ active: false, roles: ['contact'] });
    expect(ok(await returns(contactPersonId!))).toMatchObject({ left: false, signsIn: true });
    expect((await browser('GET', region.path(''))).status).toBe(200);
  });

  it('keeps her other roles, and gets this one back when she returns', async () => {
    const { id, contactPersonId, browser } = await region.member(['manager', 'contact', 'admin']);
    ok(await leave(contactPersonId!));
    expect(ok(await browser('GET', '/session')).memberships).toMatchObject([{ roles: ['admin', 'manager'], contactPersonId: null }]);
    expect((await browser('GET', region.path('/members'))).status).toBe(200);
    ok(await returns(contactPersonId!));
    expect(ok(await region.admin('GET', region.path(`/members/${id}`)))).toMatchObject({
      active: true,
      roles: ['admin', 'contact', 'manager'],
      contactPersonId,
    });
  });

  it('does not get a membership back that was ended for itself', async () => {
    const { id, contactPersonId } = await region.member(['contact', 'manager']);
    ok(await change(id, { active: false }));
    expect((await read(contactPersonId!)).left).toBe(true);
    expect(await returns(contactPersonId!)).toMatchObject({ status: 409, body: { code: 'member_inactive' } });
    expect((await read(contactPersonId!)).left).toBe(true);
    expect(ok(await change(id, { active: true })).contactPersonId).toBe(contactPersonId);
  });

  it('may leave twice and return twice', async () => {
    const { id } = ok(await region.admin('POST', region.path('/contact-persons'), { name: 'Ilman tunnusta' }));
    for (const [step, left] of [
      [leave, true],
      [leave, true],
      [returns, false],
      [returns, false],
    ] as const)
      expect(ok(await step(id)).left).toBe(left);
  });
});
