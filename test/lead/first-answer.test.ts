/** The first answer: by when it is due, and what counts as one. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/id.ts';
import type { Answer } from '../app.ts';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
});
afterAll(() => story?.end());

const log = (fields: Record<string, unknown> = {}): Promise<Answer> =>
  liisa.browser('POST', region.path('/leads'), { person: { name: 'Tuomas Tulija', languages: ['fi'] }, intent: 'move', ...fields });
const waiting = async (): Promise<string[]> => {
  const { items } = ok(await liisa.browser('GET', region.path('/inbox'))).waiting;
  return items.map(({ id }: { id: string }) => id);
};

describe('a first answer', () => {
  it('is due on the second working day after creation, until she is answered', async () => {
    // A Wednesday before Easter: the second working day is the Tuesday after it.
    const lead = await region.lead({ by: liisa, createdOn: '2026-04-01' });
    expect((await lead.read()).replyDue).toBe('2026-04-07');
    const { items } = ok(await liisa.browser('GET', region.path('/leads')));
    expect(items[0]).toMatchObject({ id: lead.id, replyDue: '2026-04-07' });
    ok(await lead.post('/notes', { text: 'Soitin.', contact: true }));
    expect((await lead.read()).replyDue).toBeNull();
  });

  it('is due by the target that the region sets', async () => {
    const other = await story.region();
    const lead = await other.lead({ createdOn: '2026-04-01' });
    ok(await other.admin('PATCH', other.path(''), { responseDays: 4 }));
    expect((await lead.read()).replyDue).toBe('2026-04-09');
    await lead.isLost('spam');
    expect((await lead.read()).replyDue).toBeNull();
  });

  it.each([[0], [11], [2.5]])('has a target of one to ten days, not %s', async (responseDays) => {
    expect(await region.admin('PATCH', region.path(''), { responseDays })).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'responseDays' }] },
    });
  });

  it('is the conversation from which a lead is logged', async () => {
    const fair = await region.recruitmentEvent({ contactPerson: liisa, on: '2026-02-01' });
    const lead = ok(await log({ touches: [{ activityId: fair.id, how: 'conversation' }] }));
    expect(lead).toMatchObject({ respondedAt: lead.createdAt, replyDue: null });
    expect(await waiting()).not.toContain(lead.id);
  });

  it('is the note about a talk that is logged with the lead', async () => {
    const talked = ok(await log({ note: 'Puhuimme puhelimessa.', contact: true }));
    const heardOf = ok(await log({ note: 'Naapuri kertoi hänestä.' }));
    expect(talked.respondedAt).toBe(talked.createdAt);
    expect(heardOf.respondedAt).toBeNull();
    const left = await waiting();
    expect(left).toContain(heardOf.id);
    expect(left).not.toContain(talked.id);
    expect(await log({ contact: true })).toMatchObject({ status: 400, body: { issues: [{ path: 'note', code: 'required' }] } });
  });
});

describe('a lead that is logged with its note in one request', () => {
  it('has both once, however often and at once it is sent', async () => {
    const sent = { id: newId(), note: 'Puhuimme puhelimessa.', contact: true };
    await Promise.all([log(sent), log(sent)]);
    const { timeline } = ok(await log(sent));
    const notes = timeline.filter(({ type }: { type: string }) => type === 'note');
    expect(notes).toMatchObject([{ note: { text: 'Puhuimme puhelimessa.', contact: true } }]);
  });
});

describe('the other leads of a person', () => {
  it('tell in which pipeline they stand', async () => {
    const first = ok(await log());
    const second = ok(await log({ person: { id: first.person.id }, intent: 'found' }));
    expect(second.otherLeads).toEqual([expect.objectContaining({ id: first.id, pipeline: 'talent', stage: 'new' })]);
  });
});

describe('a pipeline', () => {
  it('tells when its follow-ups come', async () => {
    const { items } = ok(await liisa.browser('GET', region.path('/pipelines')));
    expect(items[0]).toMatchObject({ key: 'talent', followUpMonths: [3, 6, 12], followUpFrom: 'outcome' });
  });
});
