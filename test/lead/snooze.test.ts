/** Putting a lead off: it leaves the inbox, and comes back on its day or when the person writes again. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Browser } from '../app.ts';
import { type ContactPersonInStory, type LeadInStory, type Named, ok, type RegionInStory, Story } from '../story.ts';
import { refusal } from './doors.ts';

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

const day = (offset: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(new Date(Date.now() + offset * 86_400_000));
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const snooze = (lead: Named, until: string, by: Browser = liisa.browser): Promise<Answer> =>
  by('PUT', region.path(`/leads/${lead.id}/snooze`), { until });
/** In which parts of an inbox a lead stands. */
const places = async (lead: Named, by: Browser = liisa.browser) => {
  const inbox: Record<string, { items: { id: string }[] }> = ok(await by('GET', region.path('/inbox')));
  return Object.keys(inbox).filter((part) => inbox[part]!.items?.some(({ id }) => id === lead.id));
};
/** As if she had put it off two days ago until a day. */
const longAgo = (lead: Named, until: string) =>
  story.app.sql("update snooze set until = $2, at = now() - interval '2 days' where lead_id = $1", [lead.id, until]);
const answered = async (fields = {}): Promise<LeadInStory> => (await region.lead({ by: liisa, ...fields })).reaches('contacted');

describe('a lead that is put off', () => {
  it('leaves the inbox of her who put it off, and no other', async () => {
    const lead = await region.lead({ by: liisa });
    expect(ok(await snooze(lead, day(3)))).toEqual({ leadId: lead.id, until: day(3) });
    expect(await places(lead)).toEqual(['snoozed']);
    const { snoozed } = ok(await liisa.browser('GET', region.path('/inbox')));
    expect(snoozed.items).toEqual([expect.objectContaining({ id: lead.id, snoozedUntil: day(3), returned: false })]);
    const common = ok(await region.admin('POST', region.path('/leads'), { person: { name: 'Yhteinen', languages: [] }, intent: 'move' }));
    ok(await snooze(common, day(1)));
    expect(await places(common)).toEqual(['snoozed']);
    expect(await places(common, matti.browser)).toEqual(['common']);
  });

  it('takes its follow-ups along', async () => {
    const lead = await region.lead({ by: liisa, createdAt: daysAgo(200) });
    await lead.settles(daysAgo(150).slice(0, 10));
    const due = async () => ok(await liisa.browser('GET', region.path('/inbox'))).followUps.total;
    expect(await due()).toBe(1);
    ok(await snooze(lead, day(2)));
    expect(await due()).toBe(0);
    ok(await liisa.browser('DELETE', region.path(`/leads/${lead.id}/snooze`)));
    expect(await due()).toBe(1);
  });

  it('comes back on its day and stays until she does something', async () => {
    const lead = await answered();
    ok(await snooze(lead, day(1)));
    expect(await places(lead)).toEqual(['snoozed']);
    await story.app.sql("update stage_change set created_at = now() - interval '3 days' where lead_id = $1", [lead.id]);
    await story.app.sql("update owner_change set at = now() - interval '3 days' where lead_id = $1", [lead.id]);
    await longAgo(lead, day(0));
    expect(await places(lead)).toEqual(['returned']);
    ok(await lead.post('/notes', { text: 'Soitin, ei vastannut.' }));
    expect(await places(lead)).toEqual([]);
  });

  it('comes back to those who wait when nobody had answered', async () => {
    const lead = await region.lead({ by: liisa, createdAt: daysAgo(5) });
    ok(await snooze(lead, day(1)));
    await longAgo(lead, day(0));
    expect(await places(lead)).toEqual(['waiting']);
    const { waiting } = ok(await liisa.browser('GET', region.path('/inbox')));
    expect(waiting.items.find(({ id }: Named) => id === lead.id)).toMatchObject({ returned: true });
  });

  it('comes back when the person writes again', async () => {
    const campaign = await region.campaign({ contactPerson: liisa });
    const lead = await answered();
    ok(await snooze(lead, day(7)));
    ok(await lead.post('/touches', { activityId: campaign.id, how: 'self_reported' }));
    expect(await places(lead)).toEqual(['snoozed']);
    ok(await lead.post('/touches', { activityId: campaign.id, how: 'form' }));
    expect(await places(lead)).toEqual(['wroteAgain']);
    ok(await snooze(lead, day(7)));
    expect(await places(lead)).toEqual(['snoozed']);
  });

  it('is put off for her substitute, too', async () => {
    const away = (from: string | null, to?: string) =>
      region.admin('PUT', region.path(`/contact-persons/${liisa.id}/away`), { from, ...(to ? { to, substituteId: matti.id } : {}) });
    const [later, now] = [await region.lead({ by: liisa }), await region.lead({ by: liisa })];
    ok(await snooze(later, day(3)));
    ok(await away(day(0), day(1)));
    expect(await places(now, matti.browser)).toEqual(['waiting']);
    expect(await places(later, matti.browser)).toEqual(['snoozed']);
    ok(await snooze(now, day(1), matti.browser));
    expect(await places(now, matti.browser)).toEqual(['snoozed']);
    expect(await places(now)).toEqual(['waiting']);
    ok(await away(null));
  });

  it('is put off until a later day within a year, by who has an inbox', async () => {
    const lead = await region.lead({ by: liisa });
    expect(refusal(await snooze(lead, day(0)))).toEqual({ status: 422, code: 'not_later', path: 'until' });
    expect(refusal(await snooze(lead, day(400)))).toEqual({ status: 422, code: 'too_far', path: 'until' });
    expect(refusal(await snooze(lead, day(1), region.admin))).toEqual({ status: 409, code: 'no_inbox', path: null });
  });

  it('is put off by nobody who does not see it', async () => {
    const lead = await region.lead({ by: liisa });
    const partner = await region.partner('Uneton naapuri');
    const stranger = await region.contactPerson({ partnerId: partner.id });
    expect((await snooze(lead, day(1), stranger.browser)).status).toBe(404);
    expect((await snooze(lead, day(1), await region.manager())).status).toBe(403);
    expect((await snooze(lead, day(1), (await story.region()).admin)).status).toBe(404);
  });
});
