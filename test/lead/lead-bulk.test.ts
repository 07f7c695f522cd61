/** Many leads in one request: good rows land, refused ones say why, repeats do nothing. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { type ContactPersonInStory, type Named, ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
let liisa: ContactPersonInStory;
let fair: Named;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  other = await story.region();
  liisa = await region.contactPerson();
  fair = await region.recruitmentEvent({ on: '2025-02-01' });
});
afterAll(() => story?.end());

type Fields = Record<string, unknown>;
const row = (name: string, fields: Fields = {}, person: Fields = {}) => ({
  id: newId(),
  person: { name, ...person },
  intent: 'move',
  touches: [{ activityId: fair.id, how: 'conversation', at: '2025-02-01T10:00:00Z' }],
  createdAt: '2025-02-01T10:00:00Z',
  ...fields,
});
const send = (rows: Fields[], by = liisa) => by.browser('POST', region.path('/leads/bulk'), { rows });
const states = (body: { items: { state: string }[] }) => body.items.map(({ state }) => state);
const names = async (q: string) => {
  const { items } = ok(await region.admin('GET', region.path(`/leads?q=${q}&sort=name`)));
  return (items as { person: { name: string } }[]).map(({ person }) => person.name);
};

describe('many leads in one request', () => {
  it('lands the good rows and answers each of the others with its reasons', async () => {
    const rows = [
      row('Erä Yksi', { municipality: '305' }, { email: 'yksi@example.org' }),
      row('Erä Kaksi', {}, { email: 'ei osoite' }),
      row('Erä Kolme', { touches: [{ activityId: newId(), how: 'conversation' }] }),
      row('Erä Neljä', { note: 'Puhuimme messuilla.', contact: true }),
    ];
    const { items } = ok(await send(rows));
    expect(items.map(({ id }: Named) => id)).toEqual(rows.map(({ id }) => id));
    expect(states({ items })).toEqual(['saved', 'refused', 'refused', 'saved']);
    expect(items[1].problem).toMatchObject({ status: 400, code: 'invalid', issues: [{ path: 'person.email' }] });
    expect(items[2].problem).toMatchObject({ status: 422, code: 'unknown_activity', issues: [{ path: 'touches.0.activityId' }] });
    expect(await names('Erä')).toEqual(['Erä Neljä', 'Erä Yksi']);
    const first = ok(await liisa.browser('GET', region.path(`/leads/${rows[0]!.id}`)));
    expect(first).toMatchObject({ municipality: '305', owner: { id: liisa.id }, source: { activity: { id: fair.id } } });
  });

  it('has one effect, however often it comes, also for what was refused and is right by now', async () => {
    const [good, wrong] = [row('Toisto Yksi'), row('Toisto Kaksi', {}, { email: 'ei osoite' })];
    expect(states(ok(await send([good, wrong])))).toEqual(['saved', 'refused']);
    const corrected = { ...wrong, person: { name: 'Toisto Kaksi', email: 'kaksi@example.org' } };
    expect(states(ok(await send([good, corrected])))).toEqual(['repeated', 'saved']);
    const answers = await Promise.all([send([good, corrected]), send([corrected, good])]);
    expect(answers.flatMap((answer) => states(ok(answer)))).toEqual(['repeated', 'repeated', 'repeated', 'repeated']);
    expect(await names('Toisto')).toEqual(['Toisto Kaksi', 'Toisto Yksi']);
  });

  it('adds a meeting to a lead that is known already, once', async () => {
    const known = row('Tuttu Jo');
    ok(await send([known]));
    const meeting = { id: newId(), leadId: known.id, touch: { activityId: fair.id, how: 'attendance', at: '2025-02-01T12:00:00Z' } };
    const withNote = { ...meeting, note: 'Kysyi asunnoista.' };
    expect(states(ok(await send([withNote])))).toEqual(['saved']);
    expect(states(ok(await send([withNote])))).toEqual(['repeated']);
    const { timeline } = ok(await liisa.browser('GET', region.path(`/leads/${known.id}`)));
    expect(timeline.filter(({ type }: { type: string }) => type === 'touch')).toHaveLength(2);
    expect(timeline.filter(({ type }: { type: string }) => type === 'note')).toHaveLength(1);
    const { items } = ok(await send([{ ...meeting, id: newId(), leadId: newId() }]));
    expect(items[0]).toMatchObject({ state: 'refused', problem: { status: 404 } });
  });

  it('tells who may be known already, by place in the list', async () => {
    ok(await send([row('Sama Nimi', { municipality: '305' }, { email: 'sama@example.org', phone: '040 765 4321' })]));
    const rows = [{ name: 'Uusi Nimi', email: 'uusi@example.org' }, { email: 'SAMA@example.org' }, { phone: '+358407654321' }];
    const { items } = ok(await liisa.browser('POST', region.path('/leads/bulk/duplicates'), { rows }));
    expect(items.map((found: { why: string; name: string }[]) => found.map(({ why, name }) => [why, name]))).toEqual([
      [],
      [['email', 'Sama Nimi']],
      [['phone', 'Sama Nimi']],
    ]);
  });

  it('is bounded, and nothing of a request that is too long is written', async () => {
    const rows = Array.from({ length: 501 }, (_, at) => row(`Liikaa ${at}`));
    expect((await send(rows)).status).toBe(400);
    expect(await names('Liikaa')).toEqual([]);
    expect((await send([])).status).toBe(400);
  });

  it("is for those who meet people, in their own region, and never takes another region's id for its own", async () => {
    const rows = [row('Oikeus Puuttuu')];
    for (const browser of [await region.marketer(), await region.manager()]) {
      expect((await browser('POST', region.path('/leads/bulk'), { rows })).status).toBe(403);
    }
    const olga = await other.contactPerson();
    expect((await olga.browser('POST', region.path('/leads/bulk'), { rows })).status).toBe(404);
    expect((await story.app.browser()('POST', region.path('/leads/bulk'), { rows })).status).toBe(401);
    ok(await send(rows));
    const { items } = ok(
      await olga.browser('POST', other.path('/leads/bulk'), {
        rows: [{ id: newId(), leadId: rows[0]!.id, touch: { how: 'own_initiative' } }],
      }),
    );
    expect(items[0]).toMatchObject({ state: 'refused', problem: { status: 404 } });
  });

  it("does not take another contact person's lead for a repeat of her own", async () => {
    const asked = await region.partner('Toinen kumppani');
    const far = await region.contactPerson({ partnerId: asked.id });
    const hers = row('Toisen Liidi');
    ok(await send([hers], far));
    const { items } = ok(await send([hers]));
    expect(items[0]).toMatchObject({ state: 'refused', problem: { status: 409, code: 'id_taken' } });
  });
});
