/** Logging, reading, listing and correcting leads, over HTTP. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
let liisa: ContactPersonInStory;
let olena: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  other = await story.region();
  liisa = await region.contactPerson();
  olena = await region.contactPerson();
});
afterAll(() => story?.end());

const leads = (rest = '') => region.path(`/leads${rest}`);
const person = (fields: Record<string, unknown> = {}) => ({ name: 'Tuomas Tulija', languages: ['uk', 'en'], ...fields });
const log = async (fields: Record<string, unknown> = {}, by = liisa) =>
  ok(await by.browser('POST', leads(), { person: person(), intent: 'move', ...fields }));
const problemOf = ({ status, body }: { status: number; body: { code: string; issues?: { path: string }[] } }) => [
  status,
  body.code,
  body.issues?.[0]?.path,
];

describe('a lead that is logged', () => {
  it('knows its person, its way here and the ground its data is kept on', async () => {
    const fair = await region.recruitmentEvent({ on: '2025-02-01', contactPerson: olena });
    const lead = await log({
      person: person({ email: 'Tuomas@Example.org', phone: '040 123 4567' }),
      municipality: '305',
      origin: 'UA',
      ageClass: '30_44',
      heardFrom: ['friend', 'youtube'],
      touches: [{ activityId: fair.id, how: 'attendance', at: '2025-02-01T10:00:00Z' }],
      createdAt: '2025-02-02T09:00:00Z',
      note: 'Etsii asuntoa.',
    });
    expect(lead).toMatchObject({
      person: { name: 'Tuomas Tulija', email: 'tuomas@example.org', phone: '040 123 4567', languages: ['uk', 'en'], protected: false },
      intent: 'move',
      pipeline: 'talent',
      stage: 'new',
      language: 'uk',
      municipality: '305',
      origin: 'UA',
      ageClass: '30_44',
      heardFrom: ['friend', 'youtube'],
      owner: { id: liisa.id, name: liisa.name },
      sourcedBy: { id: olena.id },
      closedBy: null,
      createdAt: '2025-02-02T09:00:00.000Z',
      respondedAt: null,
      closedAt: null,
      source: { how: 'attendance', activity: { id: fair.id, title: 'Rekrymessut', channel: 'event', kind: 'recruitment_event' } },
      partner: { name: 'Alue 1' },
      deleteAfter: '2027-02-02',
      possibleDuplicates: [],
      otherLeads: [],
      followUps: [],
      outcomeMissing: false,
    });
    expect(lead.timeline.map(({ type, at, actor }: Record<string, unknown>) => [type, at, actor])).toEqual([
      ['note', '2025-02-02T09:00:00.000Z', liisa.name],
      ['owner', '2025-02-02T09:00:00.000Z', liisa.name],
      ['basis', '2025-02-02T09:00:00.000Z', liisa.name],
      ['created', '2025-02-02T09:00:00.000Z', liisa.name],
      ['touch', '2025-02-01T10:00:00.000Z', liisa.name],
    ]);
    expect(lead.timeline[0].note).toEqual({ text: 'Etsii asuntoa.', contact: false });
    expect(lead.timeline[1].owner).toEqual({ from: null, to: { id: liisa.id, name: liisa.name }, controllerChanged: false });
    expect(lead.timeline[2].basis).toEqual({ kind: 'public_task', noticeVersion: '1', noticeGiven: null });
  });

  it('begins in the pipeline of its wish, unless another is named', async () => {
    expect((await log({ intent: 'found' })).pipeline).toBe('entrepreneurship');
    expect((await log({ intent: 'remote' })).pipeline).toBe('remote');
    expect((await log({ intent: 'study' })).pipeline).toBe('talent');
    expect((await log({ intent: 'found', pipeline: 'talent' })).pipeline).toBe('talent');
  });

  it('is answered at once when it comes from a conversation', async () => {
    const event = await region.recruitmentEvent({ on: '2025-02-01', contactPerson: olena });
    const lead = await log({ touches: [{ activityId: event.id, how: 'conversation' }], createdAt: '2025-02-01T12:00:00Z' });
    expect(lead.respondedAt).toBe('2025-02-01T12:00:00.000Z');
    expect(lead.timeline.find(({ type }: { type: string }) => type === 'touch').at).toBe('2025-02-01T12:00:00.000Z');
  });

  it('may come by a referral, from an organisation known by its name', async () => {
    const lead = await log({ touches: [{ how: 'referral', organisation: { name: 'Kuusamon Sähkö Oy' } }] });
    expect(lead.source).toEqual({ how: 'referral', activity: null });
    expect(lead.timeline.find(({ type }: { type: string }) => type === 'touch').touch.organisation.name).toBe('Kuusamon Sähkö Oy');
    expect(lead.sourcedBy).toBeNull();
  });

  it('keeps the basis that was told', async () => {
    const lead = await log({ basis: { kind: 'consent', noticeVersion: '3', noticeGiven: 'shown' } });
    expect(lead.timeline.find(({ type }: { type: string }) => type === 'basis').basis).toEqual({
      kind: 'consent',
      noticeVersion: '3',
      noticeGiven: 'shown',
    });
  });

  it('was sourced by who was responsible at the touch, also before the first hand-over', async () => {
    const activity = await region.campaign({ contactPerson: liisa });
    ok(await region.admin('PUT', region.path(`/activities/${activity.id}/contact-person`), { contactPersonId: olena.id }));
    const early = await log({ touches: [{ activityId: activity.id, how: 'link', at: '2020-01-01T00:00:00Z' }] });
    const late = await log({ touches: [{ activityId: activity.id, how: 'link' }] });
    expect([early.sourcedBy.id, late.sourcedBy.id]).toEqual([liisa.id, olena.id]);
  });

  it.each<[string, () => Record<string, unknown>, [number, string, string]]>([
    [
      'an unknown activity',
      () => ({ touches: [{ how: 'own_initiative' }, { activityId: randomUUID(), how: 'link' }] }),
      [422, 'unknown_activity', 'touches.1.activityId'],
    ],
    ['a creation in the future', () => ({ createdAt: new Date(Date.now() + 10 * 60_000).toISOString() }), [422, 'in_future', 'createdAt']],
    [
      'a touch in the future',
      () => ({ touches: [{ how: 'own_initiative', at: '2100-01-01T00:00:00Z' }] }),
      [422, 'in_future', 'touches.0.at'],
    ],
    ['a creation long ago', () => ({ createdAt: '0900-01-01T00:00:00Z' }), [422, 'too_long_ago', 'createdAt']],
    ['an unknown pipeline', () => ({ pipeline: 'dreams' }), [422, 'unknown_pipeline', 'pipeline']],
    ['an unknown answer to how they heard', () => ({ heardFrom: ['friend', 'dream'] }), [422, 'unknown_option', 'heardFrom.1']],
    ['an owner who is none', () => ({ contactPersonId: randomUUID() }), [422, 'not_a_contact_person', 'contactPersonId']],
    ['an unknown person', () => ({ person: { id: randomUUID() } }), [422, 'unknown_person', 'person.id']],
    ['an unknown municipality', () => ({ municipality: '999' }), [400, 'invalid', 'municipality']],
    ['an unknown wish', () => ({ intent: 'holiday' }), [400, 'invalid', 'intent']],
    ['a person without a name', () => ({ person: { email: 'x@example.org' } }), [400, 'invalid', 'person.name']],
    ['a person of no id', () => ({ person: { id: 'x' } }), [400, 'invalid', 'person.id']],
    ['an empty id', () => ({ id: '00000000-0000-0000-0000-000000000000' }), [400, 'invalid', 'id']],
    ['a touch of nothing', () => ({ touches: [{ how: 'link' }] }), [400, 'invalid', 'touches.0.activityId']],
  ])('is refused with %s, at its field, and leaves nothing behind', async (_, fields, expected) => {
    const before = await story.app.sql('select (select count(*) from lead)::int as leads, (select count(*) from person)::int as persons');
    expect(problemOf(await liisa.browser('POST', leads(), { person: person(), intent: 'move', ...fields() }))).toEqual(expected);
    expect(await story.app.sql('select (select count(*) from lead)::int as leads, (select count(*) from person)::int as persons')).toEqual(
      before,
    );
  });

  it('accepts a clock that is a little ahead', async () => {
    const lead = await log({ createdAt: new Date(Date.now() + 60_000).toISOString(), touches: [{ how: 'own_initiative' }] });
    expect(Date.parse(lead.createdAt)).toBeLessThanOrEqual(Date.now());
  });
});

describe('the first owner', () => {
  it('is the one named, before the one who logs it', async () => {
    expect((await log({ contactPersonId: olena.id })).owner.id).toBe(olena.id);
  });

  it('is the present contact person of the first touch, when nobody else is known', async () => {
    const activity = await region.campaign({ contactPerson: liisa });
    const later = await region.campaign({ contactPerson: liisa });
    ok(await region.admin('PUT', region.path(`/activities/${activity.id}/contact-person`), { contactPersonId: olena.id }));
    const lead = ok(
      await region.admin('POST', leads(), {
        person: person(),
        intent: 'move',
        touches: [
          { activityId: later.id, how: 'link', at: '2025-03-01T10:00:00Z' },
          { activityId: activity.id, how: 'link', at: '2025-02-01T10:00:00Z' },
        ],
      }),
    );
    expect(lead.owner.id).toBe(olena.id);
  });

  it('is nobody yet when it came by itself and no contact person logged it', async () => {
    const lead = ok(
      await region.admin('POST', leads(), {
        person: person({ name: 'Yhteinen Saapuja' }),
        intent: 'move',
        touches: [{ how: 'own_initiative' }],
      }),
    );
    expect(lead.owner).toBeNull();
    const inbox = ok(await olena.browser('GET', leads('?owner=none')));
    expect(inbox.items.map(({ id }: { id: string }) => id)).toContain(lead.id);
  });

  it('is never one who has left', async () => {
    const gone = await region.contactPerson();
    ok(await region.admin('PATCH', region.path(`/members/${(await memberOf(gone)).id}`), { active: false }));
    expect(problemOf(await liisa.browser('POST', leads(), { person: person(), intent: 'move', contactPersonId: gone.id }))).toEqual([
      422,
      'not_a_contact_person',
      'contactPersonId',
    ]);
  });
});

const memberOf = async ({ id }: { id: string }) =>
  ok(await region.admin('GET', region.path('/members?limit=200'))).items.find(
    (member: { contactPersonId: string }) => member.contactPersonId === id,
  );

describe('a lead with an id of the client', () => {
  it('answers the same lead for ever, whatever a repeat says', async () => {
    const id = randomUUID();
    const first = await log({ id, person: person({ name: 'Ensimmäinen' }) });
    const again = await log({ id, person: person({ name: 'Toinen' }), intent: 'found' });
    expect(again).toEqual(first);
    expect(await story.app.sql('select 1 from person where name = $1', ['Toinen'])).toHaveLength(0);
  });

  it('is made once when it is sent twice at the same moment', async () => {
    const id = randomUUID();
    const answers = await Promise.all(
      [1, 2, 3].map((at) => liisa.browser('POST', leads(), { id, person: person({ name: `Kerran ${at}` }), intent: 'move' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.person.name)).size).toBe(1);
    expect(await story.app.sql(`select 1 from person where name like 'Kerran %'`)).toHaveLength(1);
  });

  it('may have the id that a lead of another region has', async () => {
    const id = randomUUID();
    const neighbour = await other.contactPerson();
    ok(await neighbour.browser('POST', other.path('/leads'), { id, person: person({ name: 'Naapuri' }), intent: 'move' }));
    expect((await log({ id, person: person({ name: 'Oma' }) })).person.name).toBe('Oma');
  });
});

describe('a correction', () => {
  it('changes what it names and clears what is null', async () => {
    const lead = await log({ municipality: '305', origin: 'DE', heardFrom: ['friend'] });
    const changed = ok(await liisa.browser('PATCH', leads(`/${lead.id}`), { municipality: '614', origin: null }));
    expect(changed).toMatchObject({ municipality: '614', origin: null, heardFrom: ['friend'], intent: 'move', language: 'uk' });
  });

  it('is refused to who saw an older version', async () => {
    const lead = await log();
    const read = await liisa.browser('GET', leads(`/${lead.id}`));
    const etag = read.headers.get('etag')!;
    ok(await liisa.browser('PATCH', leads(`/${lead.id}`), { municipality: '305' }, { 'if-match': etag }));
    expect((await liisa.browser('PATCH', leads(`/${lead.id}`), { municipality: '832' }, { 'if-match': etag })).status).toBe(412);
  });

  it('moves the creation back, and forward only up to what happened', async () => {
    const lead = await region.lead({ by: liisa, createdOn: '2025-03-10' });
    await lead.reaches('contacted', '2025-03-12T10:00:00Z');
    const patch = (createdAt: string) => liisa.browser('PATCH', leads(`/${lead.id}`), { createdAt });
    expect(ok(await patch('2025-03-01T00:00:00Z')).createdAt).toBe('2025-03-01T00:00:00.000Z');
    expect(ok(await patch('2025-03-12T10:00:00Z')).createdAt).toBe('2025-03-12T10:00:00.000Z');
    expect(problemOf(await patch('2025-03-12T10:00:01Z'))).toEqual([422, 'after_history', 'createdAt']);
    expect(problemOf(await patch('2100-01-01T00:00:00Z'))).toEqual([422, 'in_future', 'createdAt']);
    expect(await story.app.sql('select step_2 from journey where lead_id = $1', [lead.id])).toEqual([{ step_2: 0 }]);
  });

  it('moves it to another pipeline, at the furthest step it shares', async () => {
    const lead = await region.lead({ by: liisa, createdOn: '2025-03-01' });
    await lead.reaches('contacted', '2025-03-02T10:00:00Z');
    await lead.reaches('qualified', '2025-03-03T10:00:00Z');
    const moved = ok(await liisa.browser('PATCH', leads(`/${lead.id}`), { pipeline: 'entrepreneurship' }));
    expect([moved.pipeline, moved.stage]).toEqual(['entrepreneurship', 'contacted']);
    const back = ok(await liisa.browser('PATCH', leads(`/${lead.id}`), { pipeline: 'talent' }));
    expect([back.pipeline, back.stage]).toEqual(['talent', 'contacted']);
    expect(problemOf(await liisa.browser('PATCH', leads(`/${lead.id}`), { pipeline: 'dreams' }))).toEqual([
      422,
      'unknown_pipeline',
      'pipeline',
    ]);
  });
});
