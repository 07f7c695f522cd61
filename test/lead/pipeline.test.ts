/** Pipelines and option lists, as each region edits them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ContactPersonInStory, ok, type RegionInStory, Story } from '../story.ts';

interface Stage {
  readonly key: string;
  readonly label: string;
  readonly archived: boolean;
}
interface Pipeline {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly stages: Stage[];
  readonly archived: boolean;
}

let story: Story;
let region: RegionInStory;
let liisa: ContactPersonInStory;
let talent: Pipeline;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story?.end());
beforeEach(async () => {
  region = await story.region();
  liisa = await region.contactPerson();
  talent = await pipeline('talent');
});

const pipelines = async (): Promise<Pipeline[]> => ok(await region.admin('GET', region.path('/pipelines'))).items;
const pipeline = async (key: string) => (await pipelines()).find((one) => one.key === key)!;
const put = (stages: object[], fields: object = {}) =>
  region.admin('PUT', region.path(`/pipelines/${talent.id}`), { label: talent.label, stages, ...fields });
const steps = (...keys: string[]) => keys.map((key) => ({ key, label: talent.stages.find((stage) => stage.key === key)?.label ?? key }));
const keysOf = (stages: readonly Stage[], archived = false) => stages.filter((stage) => stage.archived === archived).map(({ key }) => key);
const journeys = () =>
  story.app.sql(
    `select lead_id, stage, step_2 is not null as s2, step_3 is not null as s3, step_4 is not null as s4, step_5 is not null as s5
    from journey j join region r on r.id = j.region_id where r.slug = $1 order by j.created_at`,
    [region.slug],
  );

describe('a pipeline', () => {
  it('renames its steps, and journeys stay', async () => {
    await (await region.lead({ by: liisa, createdOn: '2025-01-01' })).reaches('contacted', '2025-01-02T10:00:00Z');
    const before = await journeys();
    const changed: Pipeline = ok(
      await put(
        talent.stages.map(({ key }) => ({ key, label: `${key} nyt` })),
        { label: 'Muuttajat' },
      ),
    );
    expect(changed).toMatchObject({ key: 'talent', label: 'Muuttajat' });
    expect(changed.stages.map(({ label }) => label)).toEqual(['new nyt', 'contacted nyt', 'qualified nyt', 'visiting nyt', 'won nyt']);
    expect(await journeys()).toEqual(before);
  });

  it('gives a new step a key that it keeps, and counts journeys anew', async () => {
    const lead = await region.lead({ by: liisa, createdOn: '2025-01-01' });
    await lead.reaches('visiting', '2025-01-02T10:00:00Z');
    const changed: Pipeline = ok(
      await put([...steps('new', 'contacted'), { label: 'Haastattelussa' }, ...steps('qualified', 'visiting', 'won')]),
    );
    expect(keysOf(changed.stages)).toEqual(['new', 'contacted', 'haastattelussa', 'qualified', 'visiting', 'won']);
    expect(await journeys()).toEqual([{ lead_id: lead.id, stage: 'visiting', s2: true, s3: true, s4: true, s5: true }]);
    await lead.reaches('haastattelussa', '2025-01-03T10:00:00Z');
    const renamed: Pipeline = ok(
      await put(changed.stages.map(({ key, label }) => ({ key, label: key === 'haastattelussa' ? 'Tavattu' : label }))),
    );
    expect(renamed.stages[2]).toEqual({ key: 'haastattelussa', label: 'Tavattu', archived: false });
  });

  it('changes the order, which is what journeys count by', async () => {
    await (await region.lead({ by: liisa, createdOn: '2025-01-01' })).reaches('qualified', '2025-01-02T10:00:00Z');
    ok(await put(steps('new', 'qualified', 'contacted', 'visiting', 'won')));
    expect(await journeys()).toMatchObject([{ stage: 'qualified', s2: true, s3: false, s4: false, s5: false }]);
  });

  it('archives a removed step that has history and deletes one that has none', async () => {
    const lead = await region.lead({ by: liisa, createdOn: '2025-01-01' });
    await lead.reaches('qualified', '2025-01-02T10:00:00Z');
    const changed: Pipeline = ok(await put(steps('new', 'contacted', 'won')));
    expect([keysOf(changed.stages), keysOf(changed.stages, true)]).toEqual([['new', 'contacted', 'won'], ['qualified']]);
    expect(await journeys()).toMatchObject([{ stage: 'qualified', s2: true, s3: false }]);
    const board = ok(await liisa.browser('GET', region.path('/board')));
    expect(board.columns.map(({ stage, total }: { stage: string; total: number }) => [stage, total])).toEqual([
      ['new', 0],
      ['contacted', 1],
      ['won', 0],
    ]);
    const refused = await liisa.browser('POST', region.path(`/leads/${lead.id}/stage`), { stage: 'qualified' });
    expect([refused.status, refused.body.code]).toEqual([422, 'unknown_stage']);

    const back: Pipeline = ok(await put(steps('new', 'contacted', 'qualified', 'won')));
    expect([keysOf(back.stages), keysOf(back.stages, true)]).toEqual([['new', 'contacted', 'qualified', 'won'], []]);
    expect(await journeys()).toMatchObject([{ s2: true, s3: true, s4: false }]);
  });

  it('begins with another step when its first one goes', async () => {
    const lead = await region.lead({ by: liisa, createdOn: '2025-01-01' });
    await lead.reaches('contacted', '2025-01-02T10:00:00Z');
    await lead.reaches('new', '2025-01-03T10:00:00Z');
    await region.lead({ by: liisa, createdOn: '2025-01-02' });
    ok(await put(steps('contacted', 'visiting', 'won')));
    const board = ok(await liisa.browser('GET', region.path('/board')));
    expect(board.columns.map(({ stage, total }: { stage: string; total: number }) => [stage, total])).toEqual([
      ['contacted', 2],
      ['visiting', 0],
      ['won', 0],
    ]);
  });

  it.each<[string, object[], [number, string, string]]>([
    [
      'no last step that is won',
      [
        { key: 'won', label: 'W' },
        { key: 'new', label: 'N' },
      ],
      [400, 'won_is_last', 'stages'],
    ],
    [
      'an unknown step',
      [
        { key: 'dreaming', label: 'D' },
        { key: 'won', label: 'W' },
      ],
      [422, 'unknown_stage', 'stages.0.key'],
    ],
    [
      'a step twice',
      [
        { key: 'new', label: 'A' },
        { key: 'new', label: 'B' },
        { key: 'won', label: 'W' },
      ],
      [422, 'same_stage', 'stages.1.key'],
    ],
    [
      'two steps of one name',
      [
        { key: 'new', label: 'Sama' },
        { key: 'contacted', label: 'SAMA' },
        { key: 'won', label: 'W' },
      ],
      [400, 'same_label', 'stages'],
    ],
    ['nine steps', [...'abcdefgh'].map((label) => ({ label })).concat({ key: 'won', label: 'W' } as never), [400, 'too_big', 'stages']],
  ])('is refused with %s', async (_, stages, expected) => {
    const { status, body } = await put(stages);
    expect([status, body.issues[0].code, body.issues[0].path]).toEqual(expected);
    expect(await pipeline('talent')).toEqual(talent);
  });

  it('is not changed over somebody else', async () => {
    const etag = (await region.admin('GET', region.path(`/pipelines/${talent.id}`))).headers.get('etag')!;
    ok(await put(steps('new', 'won'), { label: 'Ensin' }));
    const late = await region.admin(
      'PUT',
      region.path(`/pipelines/${talent.id}`),
      { label: 'Sitten', stages: steps('new', 'won') },
      { 'if-match': etag },
    );
    expect(late.status).toBe(412);
  });

  it('takes no new leads when it is archived, and the last one cannot be', async () => {
    const archive = async (key: string) => {
      const { id, label, stages } = await pipeline(key);
      return region.admin('PUT', region.path(`/pipelines/${id}`), {
        label,
        stages: stages.map(({ key: stage, label: name }) => ({ key: stage, label: name })),
        archived: true,
      });
    };
    ok(await archive('entrepreneurship'));
    expect((await region.lead({ by: liisa, intent: 'found' }).then((lead) => lead.read())).pipeline).toBe('talent');
    const named = await liisa.browser('POST', region.path('/leads'), {
      person: { name: 'X', languages: [] },
      intent: 'found',
      pipeline: 'entrepreneurship',
    });
    expect([named.status, named.body.code]).toEqual([422, 'archived_pipeline']);
    ok(await archive('remote'));
    expect((await archive('talent')).body.code).toBe('last_pipeline');
    ok(await region.admin('POST', region.path('/pipelines'), { template: 'entrepreneurship' }));
    expect((await pipelines()).map(({ key, archived }) => [key, archived])).toEqual([
      ['talent', false],
      ['entrepreneurship', false],
      ['remote', true],
    ]);
  });

  it('of the work-life interpreter is switched on once', async () => {
    const made = await region.admin('POST', region.path('/pipelines'), { template: 'interpreter' });
    expect([made.status, keysOf(made.body.stages)]).toEqual([201, ['intake', 'preparatory_support', 'on_site_support', 'won']]);
    const again = await region.admin('POST', region.path('/pipelines'), { template: 'interpreter' });
    expect([again.status, again.body.code]).toEqual([409, 'already_there']);
    expect(await story.app.sql('select follow_up_months, follow_up_from from pipeline where id = $1', [made.body.id])).toEqual([
      { follow_up_months: [3, 6], follow_up_from: 'closing' },
    ]);
    const lead = await region.lead({ by: liisa, pipeline: 'interpreter' });
    expect((await lead.read()).stage).toBe('intake');
  });

  it('is changed by admins alone, within their region', async () => {
    const body = { label: 'Oma', stages: steps('new', 'won') };
    expect((await liisa.browser('PUT', region.path(`/pipelines/${talent.id}`), body)).status).toBe(403);
    expect((await liisa.browser('POST', region.path('/pipelines'), { template: 'interpreter' })).status).toBe(403);
    const neighbour = await story.region();
    expect((await neighbour.admin('PUT', neighbour.path(`/pipelines/${talent.id}`), body)).status).toBe(404);
    expect((await neighbour.admin('GET', region.path('/pipelines'))).status).toBe(404);
    expect((await region.admin('PUT', region.path(`/pipelines/${randomUUID()}`), body)).status).toBe(404);
  });
});

describe('an option list', () => {
  const list = async (name: string) => ok(await region.admin('GET', region.path(`/${name}`))).items;

  it('has the known reasons for lost first, then the own ones', async () => {
    const made = await region.admin('POST', region.path('/lost-reasons'), { label: 'Työpaikka peruuntui' });
    expect([made.status, made.body]).toEqual([
      201,
      { key: 'tyopaikka_peruuntui', label: 'Työpaikka peruuntui', channel: null, archived: false },
    ]);
    const reasons = await list('lost-reasons');
    expect(reasons[0]).toEqual({ key: 'no_answer', label: null, channel: null, archived: false });
    expect(reasons.at(-1)).toEqual(made.body);
    await (await region.lead({ by: liisa, createdOn: '2025-01-01' })).isLost('tyopaikka_peruuntui');
  });

  it('archives, restores, and never deletes', async () => {
    await region.lead({ by: liisa, heardFrom: ['radio'] });
    expect(ok(await region.admin('DELETE', region.path('/heard-from-options/radio'))).archived).toBe(true);
    expect((await list('heard-from-options')).find(({ key }: { key: string }) => key === 'radio')).toMatchObject({
      archived: true,
      channel: 'radio',
    });
    expect(ok(await region.admin('POST', region.path('/heard-from-options/radio/restore'))).archived).toBe(false);
    expect((await region.admin('DELETE', region.path('/heard-from-options/dream'))).status).toBe(404);
    expect((await region.admin('DELETE', region.path('/lost-reasons/spam'))).body.code).toBe('known_option');
  });

  it('maps an answer to a channel of the region, or to none', async () => {
    const add = (body: object) => region.admin('POST', region.path('/heard-from-options'), body);
    ok(await region.admin('POST', region.path('/channels'), { label: 'Podcast' }));
    expect(ok(await add({ label: 'Kuulin podcastista', channel: 'podcast' }))).toMatchObject({
      key: 'kuulin_podcastista',
      channel: 'podcast',
    });
    const unknown = await add({ label: 'Unesta', channel: 'dream' });
    expect([unknown.status, unknown.body.code, unknown.body.issues[0].path]).toEqual([422, 'unknown_channel', 'channel']);
    const same = await add({ label: 'RADIO' });
    expect([same.status, same.body.code]).toEqual([409, 'option_exists']);
    const reason = await region.admin('POST', region.path('/lost-reasons'), { label: 'Syy', channel: 'radio' });
    expect([reason.status, reason.body.code]).toEqual([422, 'no_channel']);
  });

  it('is changed by admins alone', async () => {
    for (const name of ['lost-reasons', 'heard-from-options']) {
      expect((await liisa.browser('GET', region.path(`/${name}`))).status).toBe(200);
      expect((await liisa.browser('POST', region.path(`/${name}`), { label: 'Oma syy' })).status).toBe(403);
      expect((await story.app.browser()('GET', region.path(`/${name}`))).status).toBe(401);
    }
  });
});
