/** Erasure (rule 9): every word that tells who somebody was goes, every count stays. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERSONAL } from '../../src/privacy/personal-words.ts';
import { type ContactPersonInStory, type LeadInStory, ok, type RegionInStory, Story } from '../story.ts';
import { refusal } from '../lead/doors.ts';
import { filesWith, tablesWith } from './everywhere.ts';

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  liisa = await region.contactPerson();
});
afterAll(() => story?.end());

const personOf = async (lead: LeadInStory): Promise<string> => (await lead.read()).person.id;
const erase = (personId: string, by = liisa.browser, body: Record<string, unknown> = { reason: 'asked' }) =>
  by('POST', region.path(`/persons/${personId}/erase`), body);

describe('the list of words', () => {
  it('names every column of text of every table that belongs to a person or a lead', async () => {
    const columns = await story.app.sql<{ table: string; column: string }>(`
      with recursive owned as (
        select 'person'::regclass::oid as id union select 'lead'::regclass::oid
        union
        select k.conrelid from pg_constraint k join owned o on k.confrelid = o.id
        where k.contype = 'f' and k.conparentid = 0)
      select c.relname as table, a.attname as column
      from owned o join pg_class c on c.oid = o.id join pg_attribute a on a.attrelid = c.oid
      where a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'varchar'::regtype, 'json'::regtype, 'jsonb'::regtype, 'bytea'::regtype)
      order by 1, 2`);
    const listed = PERSONAL.flatMap(({ table, words, facts }) => [...Object.keys(words), ...facts].map((column) => `${table}.${column}`));
    expect(columns.map(({ table, column }) => `${table}.${column}`)).toEqual(listed.sort());
  });
});

describe('a person who is erased', () => {
  const RARE = [
    'Quintessa',
    'Zwörfelbach',
    'qz.quintessa@zwoerfel.example',
    '447712345678',
    'Krokodilstrasse',
    'Hyasinttikuiskaus',
    'Pimpeldose',
  ];

  it('is nowhere any more: no table, no queue, no file has a word of her', async () => {
    const fair = await region.recruitmentEvent({ on: '2025-03-01' });
    const lead = await region.lead({
      person: { name: 'Quintessa Zwörfelbach', email: 'qz.quintessa@zwoerfel.example', phone: '+44 7712 345678', languages: ['de'] },
      metAt: fair,
      note: 'Asuu: Krokodilstrasse 5',
      createdOn: '2025-03-02',
    });
    const id = await personOf(lead);
    ok(await lead.post('/notes', { text: 'Haaveena Hyasinttikuiskaus', contact: true }));
    const { id: touch } = (await lead.read()).timeline.find(({ type }: { type: string }) => type === 'touch');
    ok(await liisa.browser('POST', region.path(`/touches/${touch}/void`), { reason: 'Pimpeldose oli väärä' }));
    ok(
      await liisa.browser(
        'POST',
        region.path(`/activities/${fair.id}/attendance`),
        { headcount: 3, attendees: [{ person: { name: 'Quintessa Zwörfelbach', email: 'qz.quintessa@zwoerfel.example', languages: [] } }] },
        { 'idempotency-key': 'quintessa-came-1' },
      ),
    );
    const { followUps } = await lead.settles('2025-03-05');
    ok(
      await liisa.browser('POST', region.path(`/follow-ups/${followUps[0].id}`), {
        status: 'still_here',
        on: '2025-06-05',
        note: 'Pimpeldose',
      }),
    );
    ok(await liisa.browser('PATCH', region.path(`/persons/${id}`), { name: 'Quintessa R. Zwörfelbach' }));
    expect((await tablesWith((text, values) => story.app.sql(text, values), RARE)).length).toBeGreaterThan(4);

    expect(ok(await erase(id))).toEqual({ erased: true, restrictedUntil: null, evidence: [] });

    expect(await tablesWith((text, values) => story.app.sql(text, values), RARE)).toEqual([]);
    expect(await filesWith(story.app.dataDir, RARE)).toEqual([]);
    const page = await lead.read();
    expect(page.person).toMatchObject({ name: '', email: null, phone: null, languages: [] });
    expect(
      page.timeline
        .filter(({ type }: { type: string }) => type === 'note')
        .every(({ note }: { note: { text: string } }) => note.text === ''),
    ).toBe(true);
    expect(page).toMatchObject({ stage: 'won' });
  });

  it('is said to be erased on the page of each of her leads, since when', async () => {
    const lead = await region.lead({});
    const { person, erasedAt } = await lead.read();
    expect(erasedAt).toBeNull();
    const second = await region.lead({ person: { id: person.id }, intent: 'work' });
    const before = Date.now();
    ok(await erase(person.id));
    for (const page of [await lead.read(), await second.read()]) {
      expect(Date.parse(page.erasedAt)).toBeGreaterThanOrEqual(before - 1000);
      expect(Date.parse(page.erasedAt)).toBeLessThanOrEqual(Date.now() + 1000);
    }
  });

  it('takes no more words, and erasing her again changes nothing', async () => {
    const lead = await region.lead({});
    const id = await personOf(lead);
    ok(await erase(id));
    expect(ok(await erase(id))).toMatchObject({ erased: true });
    expect(refusal(await lead.post('/notes', { text: 'Soitti taas' }))).toMatchObject({ status: 409, code: 'erased' });
    expect(refusal(await liisa.browser('PATCH', region.path(`/persons/${id}`), { name: 'Uusi' }))).toMatchObject({
      status: 409,
      code: 'erased',
    });
    const [{ id: stage }] = (await (await lead.reaches('contacted')).read()).timeline;
    ok(await liisa.browser('POST', region.path(`/stage-changes/${stage}/void`), { reason: 'Salainen syy' }));
    expect(await tablesWith((text, values) => story.app.sql(text, values), ['Salainen syy'])).toEqual([]);
  });

  it('is in no inbox, and her e-mail address knows nobody', async () => {
    const email = 'poistuva.tulija@example.org';
    const lead = await region.lead({ person: { name: 'Poistuva Tulija', email, languages: [] } });
    const waits = async () => {
      const inbox = ok(await liisa.browser('GET', region.path('/inbox')));
      return inbox.waiting.items.some(({ id }: { id: string }) => id === lead.id);
    };
    expect(await waits()).toBe(true);
    ok(await erase(await personOf(lead)));
    expect(await waits()).toBe(false);
    expect(ok(await liisa.browser('GET', region.path(`/leads/duplicates?email=${email}`))).total).toBe(0);
    expect(ok(await liisa.browser('GET', region.path('/leads?q=Poistuva'))).total).toBe(0);
  });

  it('goes with those who were merged into her', async () => {
    const [kept, gone] = [
      await region.lead({ person: { name: 'Yksi Ja Sama', languages: [] } }),
      await region.lead({ person: { name: 'Sama Ja Yksi', languages: [] } }),
    ];
    ok(await gone.post('/notes', { text: 'Kahtena kirjattu' }));
    const [keptId, goneId] = [await personOf(kept), await personOf(gone)];
    await story.app.sql('update person set merged_into = $1 where id = $2', [keptId, goneId]);
    await story.app.sql('update lead set merged_into = $1 where id = $2', [kept.id, gone.id]);
    ok(await erase(goneId));
    expect(await tablesWith((text, values) => story.app.sql(text, values), ['Yksi Ja Sama', 'Sama Ja Yksi', 'Kahtena kirjattu'])).toEqual(
      [],
    );
  });

  it('keeps no reason in words', async () => {
    const id = await personOf(await region.lead({}));
    ok(await erase(id, liisa.browser, { reason: 'Soitti Matti Salanimi' }));
    expect(await story.app.sql('select reason from erasure where person_id = $1', [id])).toEqual([{ reason: 'other' }]);
    expect(await tablesWith((text, values) => story.app.sql(text, values), ['Salanimi'])).toEqual([]);
  });
});

describe('the reports', () => {
  it('count the same before and after', async () => {
    const home = await story.region();
    const olga = await home.contactPerson();
    const fair = await home.recruitmentEvent({ on: '2025-02-01' });
    const leads = [];
    for (let n = 0; n < 7; n += 1) {
      const lead = await home.lead({
        by: olga,
        metAt: fair,
        createdOn: `2025-02-1${n}`,
        municipality: '305',
        language: n % 2 ? 'uk' : 'fi',
      });
      if (n < 4) await lead.reaches('contacted', `2025-03-0${n + 1}`);
      if (n < 2) await lead.settles(`2025-03-2${n}`);
      leads.push(lead);
    }
    const window = { from: '2025-01-01', to: '2026-01-01' };
    const all = async () => ({
      funnel: await home.report('funnel', window),
      by: await Promise.all(
        ['channel', 'activity', 'municipality', 'language', 'owner', 'month', 'contactPerson'].map((by) =>
          home.report('funnel', { ...window, by }),
        ),
      ),
      coverage: await home.report('coverage', window),
      turnedInto: ok(await home.admin('GET', home.path(`/activities/${fair.id}/turned-into`))),
      leads: ok(await home.admin('GET', home.path('/leads?limit=200'))).total,
      board: ok(await home.admin('GET', home.path('/board'))).columns.map(({ total }: { total: number }) => total),
      projections: await story.app.sql('select j.* from journey j join region r on r.id = j.region_id where r.slug = $1 order by lead_id', [
        home.slug,
      ]),
    });
    const before = await all();
    for (const lead of leads)
      ok(await olga.browser('POST', home.path(`/persons/${(await lead.read()).person.id}/erase`), { reason: 'asked' }));
    expect(await all()).toEqual(before);
  }, 60_000);
});

describe("where she is a programme's evidence", () => {
  it('who she is stays restricted until its last day, everything else goes at once, and the answer says so', async () => {
    const programme = ok(
      await region.admin('POST', region.path('/programmes'), {
        name: 'Work & Stay',
        startsOn: '2024-01-01',
        endsOn: '2026-12-31',
        budgetCents: 100,
        keepUntil: '2034-12-31',
      }),
    );
    const workshop = await region.activity({
      kind: 'workshop',
      title: 'Työpaja',
      channel: 'event',
      programmeId: programme.id,
      on: '2025-04-01',
    });
    const lead = await region.lead({ person: { name: 'Todiste Osallistuja', email: 'todiste@example.org', languages: ['fi'] } });
    ok(await lead.post('/notes', { text: 'Henkilökohtaista' }));
    const id = await personOf(lead);
    ok(await liisa.browser('POST', region.path(`/activities/${workshop.id}/attendance`), { headcount: 5, attendees: [{ personId: id }] }));

    expect(ok(await erase(id))).toEqual({
      erased: false,
      restrictedUntil: '2034-12-31',
      evidence: [{ programme: 'Work & Stay', keepUntil: '2034-12-31' }],
    });

    expect(await tablesWith((text, values) => story.app.sql(text, values), ['Henkilökohtaista'])).toEqual([]);
    expect(await story.app.sql('select name, restricted_because from person where id = $1', [id])).toEqual([
      { name: 'Todiste Osallistuja', restricted_because: 'evidence' },
    ]);
    expect(ok(await liisa.browser('GET', region.path(`/persons/${id}/privacy`)))).toMatchObject({
      erasedAt: null,
      restriction: { because: 'evidence', until: '2034-12-31' },
    });
    expect(refusal(await liisa.browser('DELETE', region.path(`/persons/${id}/restriction`)))).toMatchObject({
      status: 409,
      code: 'evidence',
    });
    expect(ok(await liisa.browser('GET', region.path('/leads?q=Todiste'))).total).toBe(0);
    const listed = ok(await liisa.browser('GET', region.path(`/activities/${workshop.id}/attendees`))).items;
    expect(listed).toMatchObject([{ personId: id, name: '' }]);
  });
});
