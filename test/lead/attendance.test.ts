/** Attendance: how many came, in which languages, who by name, and who becomes a lead. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, type Named, ok, type RegionInStory, Story } from '../story.ts';
import { refusal } from './doors.ts';
import { expectProjectionsOfHistory } from './rebuilt.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let marketer: Browser;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
  marketer = await region.marketer();
});
afterAll(() => story?.end());

const send = (event: Named, body: Record<string, unknown>, by: Browser = marketer) =>
  by('POST', region.path(`/activities/${event.id}/attendance`), body);
const names = async (event: Named, by: Browser = liisa.browser, query = '') =>
  ok(await by('GET', region.path(`/activities/${event.id}/attendees${query}`)));
let people = 0;
const somebody = (fields: Record<string, unknown> = {}) => {
  people += 1;
  return { name: `Kävijä ${people}`, email: `kavija${people}@example.org`, languages: ['uk'], ...fields };
};

describe('the counts of an event', () => {
  it('are replaced by a repeat, each where it is told', async () => {
    const event = await region.infoSession({ on: '2025-02-01' });
    expect(ok(await marketer('GET', region.path(`/activities/${event.id}/attendance`)))).toEqual({
      headcount: null,
      byLanguage: {},
      attendees: 0,
      organisations: [],
    });
    ok(await send(event, { headcount: 20, byLanguage: { fi: 12, uk: 8 } }));
    expect(ok(await send(event, { byLanguage: { fi: 12, en: 5 } }))).toMatchObject({ headcount: 20, byLanguage: { fi: 12, en: 5 } });
    expect(ok(await send(event, { headcount: 17 }))).toMatchObject({ headcount: 17, byLanguage: { fi: 12, en: 5 } });
    const manager = await region.manager();
    expect(ok(await manager('GET', region.path(`/activities/${event.id}/attendance`)))).toMatchObject({ headcount: 17 });
  });

  it('by language are never more than came', async () => {
    const event = await region.infoSession({ on: '2025-02-01' });
    const refused = { status: 422, code: 'more_than_headcount', path: 'byLanguage' };
    expect(refusal(await send(event, { headcount: 10, byLanguage: { fi: 8, uk: 3 } }))).toEqual(refused);
    ok(await send(event, { headcount: 10, byLanguage: { fi: 8 } }));
    expect(refusal(await send(event, { byLanguage: { fi: 8, uk: 3 } }))).toEqual(refused);
    expect(refusal(await send(event, { headcount: 7 }))).toEqual(refused);
    ok(await send(await region.infoSession({ on: '2025-02-01' }), { byLanguage: { fi: 8, uk: 3 } }));
    for (const [body, path] of [
      [{ headcount: -1 }, 'headcount'],
      [{ byLanguage: { finnish: 1 } }, 'byLanguage.finnish'],
      [{ byLanguage: { fi: 0.5 } }, 'byLanguage.fi'],
    ] as const) {
      expect(refusal(await send(event, body))).toMatchObject({ status: 400, path });
    }
  });

  it('are never mixed by two who send at once', async () => {
    const event = await region.infoSession({ on: '2025-02-01' });
    ok(await send(event, { headcount: 10, byLanguage: { fi: 5 } }));
    const answers = await Promise.all([send(event, { headcount: 6 }), send(event, { byLanguage: { fi: 9 } })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('hold organisations that took part, each once', async () => {
    const event = await region.infoSession({ on: '2025-02-01' });
    const { organisations } = ok(
      await send(event, {
        organisations: [{ name: 'Sahayhtiö Oy' }, { name: 'Kahvila', businessId: '0109862-8' }, { name: 'sahayhtiö oy' }],
      }),
    );
    expect(organisations.map(({ name }: { name: string }) => name.toLowerCase())).toEqual(['kahvila', 'sahayhtiö oy']);
    expect(ok(await send(event, { organisations: [{ id: organisations[0].id }] })).organisations).toHaveLength(2);
    expect(refusal(await send(event, { organisations: [{ id: '019a0000-0000-7000-8000-000000000000' }] }))).toMatchObject({
      status: 422,
      code: 'unknown_organisation',
      path: 'organisations.0.id',
    });
  });
});

describe('attendees', () => {
  it('are persons, made once by e-mail and phone, however often they are sent', async () => {
    const event = await region.infoSession({ on: '2025-02-01' });
    const [olena, ivan, nameless] = [somebody(), somebody({ email: undefined, phone: '040 123 4567' }), somebody({ email: undefined })];
    const attendees = [
      { person: olena },
      { person: { ...olena, email: olena.email.toUpperCase() } },
      { person: ivan },
      { person: { ...somebody(), phone: '+358401234567' } },
      { person: nameless },
    ];
    expect(ok(await send(event, { attendees })).attendees).toBe(3);
    expect(ok(await send(event, { attendees: attendees.slice(0, 4) })).attendees).toBe(3);
    const other = await region.infoSession({ on: '2025-03-01' });
    ok(await send(other, { attendees: [{ person: olena }] }));
    const rows = await story.app.sql('select languages from person where lower(email) = lower($1)', [olena.email]);
    expect(rows).toEqual([{ languages: ['uk'] }]);
  });

  it('with the same phone and different e-mails are different people', async () => {
    const event = await region.infoSession({ on: '2025-02-01' });
    expect(
      ok(await send(event, { attendees: [{ person: somebody({ phone: '08 555 1234' }) }, { person: somebody({ phone: '08 555 1234' }) }] }))
        .attendees,
    ).toBe(2);
  });

  it('are told by name to who may see them: without a lead, to the contact persons and admins of the partner', async () => {
    const event = await region.infoSession({ on: '2025-02-01', contactPerson: liisa });
    const firm = ok(await region.admin('POST', region.path('/organisations'), { name: `Firma ${people}` }));
    ok(
      await send(event, {
        attendees: [{ person: somebody({ name: 'Zoja' }), organisationId: firm.id }, { person: somebody({ name: 'Anna' }) }],
      }),
    );
    const seen = await names(event);
    expect(seen).toMatchObject({ total: 2, nextCursor: null });
    expect(
      seen.items.map(({ name, organisation, leadId, wantsContact }: Record<string, unknown>) => [name, organisation, leadId, wantsContact]),
    ).toEqual([
      ['Anna', null, null, false],
      ['Zoja', firm.name, null, false],
    ]);
    expect((await names(event, liisa.browser, '?q=zoj')).total).toBe(1);
    expect((await names(event, region.admin)).total).toBe(2);
    const partner = await region.partner(`Muu ${people}`);
    expect((await names(event, (await region.contactPerson({ partnerId: partner.id })).browser)).total).toBe(0);
    expect((await marketer('GET', region.path(`/activities/${event.id}/attendees`))).status).toBe(403);
  });

  it('refer to what is there', async () => {
    const event = await region.infoSession({ on: '2025-02-01' });
    const nobody = '019a0000-0000-7000-8000-000000000000';
    expect(refusal(await send(event, { attendees: [{ personId: nobody }] }, liisa.browser))).toEqual({
      status: 422,
      code: 'unknown_person',
      path: 'attendees.0.personId',
    });
    expect(
      refusal(await send(event, { attendees: [{ person: somebody() }, { person: somebody(), organisationId: nobody }] })),
    ).toMatchObject({ status: 422, code: 'unknown_organisation', path: 'attendees.1.organisationId' });
    expect(refusal(await send(event, { attendees: [{}] }))).toMatchObject({ status: 400, code: 'one_person', path: 'attendees.0.person' });
    const lead = await region.lead();
    const { person } = await lead.read();
    expect(refusal(await send(event, { attendees: [{ personId: person.id }] }))).toMatchObject({ code: 'unknown_person' });
    expect(ok(await send(event, { attendees: [{ personId: person.id }] }, liisa.browser)).attendees).toBe(1);
    expect((await names(event)).items[0]).toMatchObject({ personId: person.id, leadId: lead.id });
  });
});

describe('who wants contact', () => {
  it('becomes a lead that met the event then, of the person responsible for it', async () => {
    const event = await region.recruitmentEvent({ on: '2025-02-01', contactPerson: liisa, details: { startsAt: '17:00' } });
    ok(await send(event, { attendees: [{ person: somebody({ name: 'Haluaa' }), wantsContact: true }] }));
    const { leadId } = (await names(event)).items[0];
    const lead = ok(await liisa.browser('GET', region.path(`/leads/${leadId}`)));
    expect(lead).toMatchObject({
      intent: 'work',
      language: 'uk',
      owner: { id: liisa.id },
      createdAt: '2025-02-01T15:00:00.000Z',
      respondedAt: null,
    });
    expect(lead.source).toMatchObject({ how: 'attendance', activity: { id: event.id } });
  });

  it('says what is wanted, or is taken by the event', async () => {
    const event = await region.infoSession({ on: '2025-07-01', audience: 'employers' });
    ok(
      await send(event, {
        attendees: [
          { person: somebody({ name: 'A' }), wantsContact: true },
          { person: somebody({ name: 'B' }), wantsContact: true, intent: 'study' },
        ],
      }),
    );
    const leads = await story.app.sql(
      'select l.intent, l.created_at from lead l join person p on p.id = l.person_id join attendee e on e.person_id = p.id where e.activity_id = $1 order by p.name',
      [event.id],
    );
    expect(leads).toEqual([
      { intent: 'found', created_at: new Date('2025-07-01T09:00:00Z') },
      { intent: 'study', created_at: new Date('2025-07-01T09:00:00Z') },
    ]);
  });

  it('becomes one lead, however often and by however many the list is sent', async () => {
    const event = await region.recruitmentEvent({ on: '2025-02-01', contactPerson: liisa });
    const body = { attendees: [{ person: somebody(), wantsContact: true }] };
    await Promise.all([send(event, body), send(event, body), send(event, body, liisa.browser)]);
    ok(await send(event, body));
    const rows = await story.app.sql('select l.id from lead l join attendee e on e.person_id = l.person_id where e.activity_id = $1', [
      event.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('and has an open lead already is no second one: that lead met the event, once', async () => {
    const lead = await region.lead({ createdOn: '2025-01-10' });
    const { person } = await lead.read();
    const event = await region.recruitmentEvent({ on: '2025-02-01' });
    const body = { attendees: [{ person: { name: person.name, email: person.email, languages: [] }, wantsContact: true }] };
    ok(await send(event, body));
    ok(await send(event, body));
    const read = await lead.read();
    expect(read.otherLeads).toEqual([]);
    expect(read.timeline.filter(({ touch }: { touch?: { how: string } }) => touch?.how === 'attendance')).toHaveLength(1);
  });
});

describe('the door', () => {
  it('is for who registers events, in their own region', async () => {
    const event = await region.infoSession({ on: '2025-02-01' });
    expect((await send(event, { headcount: 1 }, await region.manager())).status).toBe(403);
    expect((await send(event, { headcount: 1 }, story.app.browser())).status).toBe(401);
    const other = await story.region();
    expect((await send(event, { headcount: 1 }, other.admin)).status).toBe(404);
    expect((await other.admin('POST', other.path(`/activities/${event.id}/attendance`), { headcount: 1 })).status).toBe(404);
    expect((await other.admin('GET', other.path(`/activities/${event.id}/attendees`))).status).toBe(404);
    expect(ok(await send(event, { headcount: 1 }, liisa.browser)).headcount).toBe(1);
  });

  it('hides small counts by language from who may not see persons', async () => {
    const event = await region.infoSession({ on: '2025-02-01' });
    ok(await send(event, { headcount: 20, byLanguage: { fi: 11, uk: 6, ru: 3 } }, liisa.browser));
    const path = region.path(`/activities/${event.id}/attendance`);
    expect(ok(await liisa.browser('GET', path)).byLanguage).toEqual({ fi: 11, uk: 6, ru: 3 });
    expect(ok(await (await region.manager())('GET', path))).toMatchObject({ byLanguage: { fi: 11, uk: null, ru: null }, suppressed: true });
  });

  it('leaves projections as a rebuild makes them', () => expectProjectionsOfHistory(story.app));
});
