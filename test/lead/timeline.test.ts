/** A lead's page: its whole story, with what was voided, who closed it, and its follow-ups. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';

interface Entry {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly actor: string | null;
  readonly voided: { reason: string; actor: string | null } | null;
  readonly [detail: string]: unknown;
}

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let olena: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
  olena = await region.contactPerson();
});
afterAll(() => story?.end());

const only = (timeline: Entry[], type: string) => timeline.filter((entry) => entry.type === type);

describe("a lead's page", () => {
  it('tells the whole story, the newest first, and who did what', async () => {
    const event = await region.recruitmentEvent({ on: '2025-01-04', contactPerson: olena });
    const lead = await region.lead({ by: liisa, createdOn: '2025-01-05', metAt: event });
    await lead.reaches('contacted', '2025-01-06T10:00:00Z');
    ok(
      await olena.browser('POST', region.path(`/leads/${lead.id}/notes`), { text: 'Soitettu', contact: true, at: '2025-01-07T10:00:00Z' }),
    );
    const outcome = ok(
      await olena.browser('POST', region.path(`/leads/${lead.id}/outcomes`), {
        type: 'new_company',
        on: '2025-02-01',
        municipality: '305',
        name: 'Pohjan Pulla Oy',
        businessId: '9900002-6',
      }),
    );
    ok(
      await liisa.browser('POST', region.path(`/follow-ups/${outcome.followUps[0].id}`), {
        status: 'still_here',
        on: '2025-05-02',
        cameAnyway: 'partly',
        note: 'Viihtyy',
      }),
    );

    const page = await lead.read();
    expect(page.timeline.map(({ type }: Entry) => type)).toEqual([
      'follow_up',
      'outcome',
      'stage',
      'note',
      'stage',
      'owner',
      'basis',
      'created',
      'touch',
    ]);
    const [followUp, closing, won, note] = page.timeline as Entry[];
    expect(followUp).toMatchObject({
      actor: liisa.name,
      followUp: { months: 3, status: 'still_here', day: '2025-05-02', cameAnyway: 'partly', note: 'Viihtyy' },
    });
    expect(closing).toMatchObject({
      id: outcome.id,
      actor: olena.name,
      at: '2025-02-01T21:59:59.999Z',
      outcome: {
        type: 'new_company',
        day: '2025-02-01',
        municipality: '305',
        adults: null,
        children: null,
        residence: null,
        organisation: { name: 'Pohjan Pulla Oy' },
      },
    });
    expect(won).toMatchObject({ stage: { stage: 'won', reason: null } });
    expect(note).toMatchObject({ actor: olena.name, note: { text: 'Soitettu', contact: true } });
    expect(page).toMatchObject({
      stage: 'won',
      outcomeMissing: false,
      respondedAt: '2025-01-06T10:00:00.000Z',
      sourcedBy: { id: olena.id },
      owner: { id: liisa.id },
      closedBy: { id: olena.id },
    });
    expect(page.followUps.map(({ months, dueOn, answered }: Record<string, unknown>) => [months, dueOn, answered])).toEqual([
      [3, '2025-05-01', true],
      [6, '2025-08-01', false],
      [12, '2026-02-01', false],
    ]);
  });

  it('shows what was voided with its reason, and counts it no more', async () => {
    const campaign = await region.campaign({ contactPerson: olena });
    const lead = await region.lead({
      by: liisa,
      createdOn: '2025-01-05',
      metAt: [
        { activity: campaign, at: '2025-01-01T10:00:00Z' },
        { how: 'own_initiative', at: '2025-01-02T10:00:00Z' },
      ],
    });
    const first = only((await lead.read()).timeline, 'touch').at(-1)!;
    ok(await liisa.browser('POST', region.path(`/touches/${first.id}/void`), { reason: 'Ei nähnyt kampanjaa' }));
    const page = await lead.read();
    expect(only(page.timeline, 'touch').at(-1)).toMatchObject({
      id: first.id,
      touch: { activity: { id: campaign.id } },
      voided: { reason: 'Ei nähnyt kampanjaa', actor: liisa.name, at: expect.stringMatching(/Z$/) },
    });
    expect(page).toMatchObject({ source: { how: 'own_initiative', activity: null }, sourcedBy: null });
    expect(only(page.timeline, 'note')).toEqual([]);
  });

  it('asks for the outcome of a lead that was won by hand', async () => {
    const lead = await region.lead({ by: liisa, createdOn: '2025-01-05' });
    await lead.reaches('won', '2025-02-01T10:00:00Z');
    expect(await lead.read()).toMatchObject({ outcomeMissing: true, closedBy: { id: liisa.id }, closedAt: '2025-02-01T10:00:00.000Z' });
    await lead.settles('2025-02-01');
    expect((await lead.read()).outcomeMissing).toBe(false);
  });

  it("keeps the data the region's months long after the last contact", async () => {
    const lead = await region.lead({ by: liisa, createdOn: '2025-01-05' });
    ok(await liisa.browser('POST', region.path(`/leads/${lead.id}/notes`), { text: 'Soitettu', at: '2025-03-31T20:59:59Z' }));
    expect((await lead.read()).deleteAfter).toBe('2027-03-31');
    ok(await region.admin('PATCH', region.path(''), { retentionMonths: 11 }));
    expect((await lead.read()).deleteAfter).toBe('2026-02-28');
  });
});

describe('a person who only attended', () => {
  it("is seen by the event's contact person and her partner, and can become a lead", async () => {
    const partner = ok(await region.admin('POST', region.path('/partners'), { name: 'Naturpolis', basis: 'public_task' }));
    const naima = await region.contactPerson({ partnerId: partner.id });
    const session = await region.infoSession({ on: '2025-02-01', contactPerson: olena });
    ok(
      await region.admin('POST', region.path(`/activities/${session.id}/attendance`), {
        attendees: [{ person: { name: 'Kuulija Kumpu', languages: ['uk'] } }],
      }),
    );
    const [row] = await story.app.sql<{ id: string }>(`select id from person where name = 'Kuulija Kumpu'`);
    const person = region.path(`/persons/${row!.id}`);
    expect((await olena.browser('GET', person)).status).toBe(200);
    expect((await liisa.browser('GET', person)).status).toBe(200);
    expect((await naima.browser('GET', person)).status).toBe(404);
    const lead = await region.lead({ by: liisa, person: { id: row!.id } });
    expect(await lead.read()).toMatchObject({ person: { name: 'Kuulija Kumpu' }, language: 'uk' });
  });
});
