/** The three credit models: against the reference, and what holds for any leads. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type ActivityFacts, ActivityMap, TOUCH_DIMENSIONS } from './activity-map.ts';
import { credit } from './credit.ts';
import { CREDIT_MODELS } from './funnel.schema.ts';
import { anyTouch, pack, PackedLeads } from './packed-leads.ts';
import { dice } from '../../test/dice.ts';

const activity = (no: number, facts: Partial<ActivityFacts> = {}): ActivityFacts => ({
  no,
  id: `activity-${no}`,
  title: `Activity ${no}`,
  kind: 'campaign',
  channel: 'instagram',
  programmeId: null,
  workPackageId: null,
  parentId: null,
  municipalities: [],
  languages: [],
  contacts: [{ id: 'liisa', since: 0 }],
  ...facts,
});

const NO_FILTERS = { programme: [], workPackage: [], kind: [], channel: [], activity: [], contactPerson: [] };

interface Reference {
  readonly paths: { readonly path: string[]; readonly conversions: number; readonly nulls: number }[];
  readonly expected: { readonly total_conversions: number; readonly heuristics: Record<string, Record<string, number>> };
}
const fixture = new URL('../../test/fixtures/reference/attribution_koillismaa_small.json', import.meta.url);
const reference = JSON.parse(readFileSync(fixture, 'utf8')) as Reference;

describe('the reference of Koillismaa', () => {
  const channels = [...new Set(reference.paths.flatMap(({ path }) => path))];
  const map = new ActivityMap(channels.map((channel, at) => activity(at + 1, { channel })));
  const leads = pack(
    reference.paths.flatMap(({ path, conversions, nulls }) => {
      const touches = path.map((channel, at) => [channels.indexOf(channel) + 1, at * 60] as const);
      return [...Array<number>(conversions).fill(2), ...Array<number>(nulls).fill(1)].map((reached) => ({ reached, touches }));
    }),
  );

  it.each(CREDIT_MODELS)('has the credits of %s for the won leads', (model) => {
    const rows = map.rows('channel');
    const { rows: credits, attributed } = credit(leads, rows, model, 2);
    rows.keys.forEach((channel, row) => {
      expect(credits[row]![1]).toBeCloseTo(reference.expected.heuristics[model]![channel] ?? 0, 12);
    });
    expect(attributed[1]).toBe(reference.expected.total_conversions);
  });
});

describe('any leads', () => {
  const roll = dice(20250901);
  const map = new ActivityMap(
    Array.from({ length: 12 }, (_, at) =>
      activity(at + 1, {
        channel: `channel_${at % 4}`,
        kind: `kind_${at % 3}`,
        programmeId: at % 2 ? 'work-and-stay' : null,
        parentId: at > 8 ? 'activity-1' : null,
        contacts: [{ id: 'liisa', since: 1_000_000_000 }, ...(at % 3 ? [{ id: 'olena', since: 1_000_000_000 + roll(200) }] : [])],
      }),
    ),
  );
  const someLeads = () => {
    const told = Array.from({ length: roll(40) }, (_, at) => ({
      id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      reached: 1 + roll(5),
      created: 1_000_000_000 + roll(100),
      ...(roll(3) === 0 ? { until: roll(100) } : {}),
      touches: Array.from({ length: 1 + roll(6) }, () => [[-2, -1, 1 + roll(12)][roll(3)]!, roll(200) - 50] as const).sort(
        (a, b) => a[1] - b[1],
      ),
    }));
    const counted = told.map(({ touches, until = Number.MAX_SAFE_INTEGER }) => touches.filter(([, at]) => at < until));
    return { told, counted, packed: pack(told) };
  };

  it('give away exactly themselves at every step, and no row rises', () => {
    const wrong: unknown[] = [];
    for (let run = 0; run < 200; run += 1) {
      const { told, counted, packed } = someLeads();
      for (const by of TOUCH_DIMENSIONS) {
        for (const model of CREDIT_MODELS) {
          const { rows, attributed } = credit(packed, map.rows(by), model, 5);
          for (let step = 0; step < 5; step += 1) {
            const reached = told.filter((lead, at) => lead.reached > step && counted[at]!.length > 0).length;
            const sum = rows.reduce((total, row) => total + row[step]!, 0);
            const rises = step > 0 && rows.some((row) => row[step]! > row[step - 1]!);
            if (attributed[step] !== reached || Math.abs(sum - reached) > 1e-9 || rises)
              wrong.push({ run, by, model, step, reached, sum, rises });
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('count a touch up to the end of the first outcome, not after it', () => {
    const { rows, attributed } = credit(
      pack([
        {
          reached: 1,
          until: 100,
          touches: [
            [1, 99],
            [2, 100],
          ],
        },
      ]),
      map.rows('activity'),
      'last',
      1,
    );
    expect(rows[map.rows('activity').keys.indexOf('activity-1')]).toEqual([1]);
    expect(attributed).toEqual([1]);
    expect(credit(pack([{ reached: 1, until: -5, touches: [[1, 0]] }]), map.rows('activity'), 'first', 1).attributed).toEqual([0]);
  });

  it('are kept whole when any counted touch matches', () => {
    for (let run = 0; run < 50; run += 1) {
      const { told, counted, packed } = someLeads();
      const matches = map.matcher({ ...NO_FILTERS, kind: ['kind_1'], channel: ['channel_1', 'channel_2'], contactPerson: ['olena'] });
      const kept = told.filter((lead, at) => counted[at]!.some(([no, seconds]) => matches(no, lead.created + seconds)));

      expect(packed.ids(anyTouch(matches))).toEqual(kept.map(({ id }) => id));
    }
  });
});

describe('no leads', () => {
  it('give nothing', () => {
    const rows = new ActivityMap([]).rows('channel');
    expect(rows.keys).toEqual(['referral', 'own_initiative']);
    expect(credit(new PackedLeads([]), rows, 'linear', 3)).toEqual({
      rows: [
        [0, 0, 0],
        [0, 0, 0],
      ],
      attributed: [0, 0, 0],
    });
  });
});
