/** The inbox: who waits for an answer, what is due, and what was forgotten. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../app.ts';
import { type ContactPersonInStory, type LeadInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
});
afterAll(() => story?.end());

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const inbox = async (by: Browser) => ok(await by('GET', region.path('/inbox')));
const ids = (section: { items: { id: string; leadId?: string }[] }) => section.items.map(({ id, leadId }) => leadId ?? id);
const of = (...leads: (LeadInStory | { id: string })[]) => leads.map(({ id }) => id);

describe('the inbox of a contact person', () => {
  it('holds each of her leads at most once, the longest waiting first', async () => {
    const liisa = await region.contactPerson();
    const newer = await region.lead({ by: liisa, createdAt: daysAgo(2) });
    const older = await region.lead({ by: liisa, createdAt: daysAgo(50) });
    const answered = await region.lead({ by: liisa, createdAt: daysAgo(10) });
    await answered.reaches('contacted');
    const forgotten = await region.lead({ by: liisa, createdAt: daysAgo(60) });
    await forgotten.reaches('contacted', daysAgo(31));
    const remembered = await region.lead({ by: liisa, createdAt: daysAgo(60) });
    await remembered.reaches('contacted', daysAgo(29));
    const wonByHand = await region.lead({ by: liisa, createdAt: daysAgo(60) });
    await wonByHand.reaches('won', daysAgo(40));
    const lost = await region.lead({ by: liisa, createdAt: daysAgo(90) });
    await lost.isLost('no_answer', daysAgo(80));
    const settled = await region.lead({ by: liisa, createdAt: daysAgo(400) });
    await settled.settles(daysAgo(250).slice(0, 10));

    const mine = await inbox(liisa.browser);
    expect(ids(mine.waiting)).toEqual(of(older, newer));
    expect(ids(mine.untouched)).toEqual(of(forgotten));
    expect(ids(mine.outcomeMissing)).toEqual(of(wonByHand));
    expect(mine.followUps).toMatchObject({
      total: 2,
      items: [
        { leadId: settled.id, months: 3 },
        { leadId: settled.id, months: 6 },
      ],
    });
    expect(mine.waiting.items[0].person).toMatchObject({ name: expect.any(String), email: expect.any(String) });
    expect(mine.waiting.total).toBe(2);
  });

  it("holds the common inbox apart, and nobody else's leads", async () => {
    const [liisa, matti] = [await region.contactPerson(), await region.contactPerson()];
    const hers = await region.lead({ by: liisa });
    const common = ok(await region.admin('POST', region.path('/leads'), { person: { name: 'Yhteinen', languages: [] }, intent: 'move' }));
    const [ofMatti, ofLiisa, ofAdmin] = [await inbox(matti.browser), await inbox(liisa.browser), await inbox(region.admin)];
    for (const one of [ofMatti, ofLiisa, ofAdmin]) expect(ids(one.common)).toEqual(of(common));
    expect(ids(ofMatti.waiting)).toEqual([]);
    expect(ids(ofLiisa.waiting)).toEqual(of(hers));
    ok(await region.admin('POST', region.path(`/leads/${common.id}/stage`), { stage: 'lost', reason: 'spam' }));
    expect(ids((await inbox(matti.browser)).common)).toEqual([]);
  });

  it('holds those of whom she is the substitute today, but no protected person of theirs', async () => {
    const [liisa, matti] = [await region.contactPerson(), await region.contactPerson()];
    const lead = await region.lead({ by: liisa });
    const hidden = await region.lead({ by: liisa, person: { name: 'Turvakielto', languages: [], protected: true } });
    const settled = await region.lead({ by: liisa, createdAt: daysAgo(200) });
    await settled.settles(daysAgo(150).slice(0, 10));
    const day = (offset: number) => daysAgo(-offset).slice(0, 10);
    const away = (from: string | null, to?: string) =>
      region.admin('PUT', region.path(`/contact-persons/${liisa.id}/away`), { from, ...(to ? { to, substituteId: matti.id } : {}) });
    ok(await away(day(3), day(9)));
    expect(ids((await inbox(matti.browser)).waiting)).toEqual([]);
    ok(await away(null));
    ok(await away(day(-1), day(1)));
    const substituted = await inbox(matti.browser);
    expect(ids(substituted.waiting)).toEqual(of(lead));
    expect(substituted.waiting.items[0].owner).toEqual({ id: liisa.id, name: liisa.name });
    expect(substituted.followUps).toMatchObject({ total: 1, items: [{ assignee: { id: liisa.id } }] });
    expect(ids((await inbox(liisa.browser)).waiting)).toEqual(expect.arrayContaining(of(lead, hidden)));
  });

  it('shows fifty of each and tells of the rest', async () => {
    const liisa: ContactPersonInStory = await region.contactPerson();
    for (let many = 0; many < 52; many += 1) await region.lead({ by: liisa, createdAt: daysAgo(many) });
    const { waiting } = await inbox(liisa.browser);
    expect(waiting.total).toBe(52);
    expect(waiting.items).toHaveLength(50);
  });

  it('is for who may see persons', async () => {
    expect(await (await region.manager())('GET', region.path('/inbox'))).toMatchObject({ status: 403 });
    expect(await story.app.browser()('GET', region.path('/inbox'))).toMatchObject({ status: 401 });
    expect(await (await story.region()).admin('GET', region.path('/inbox'))).toMatchObject({ status: 404 });
  });
});
