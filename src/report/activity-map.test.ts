/** Which activities and touches fit, who was responsible when, and on which days an activity's figures are a contact person's. */
import { describe, expect, it } from '@jest/globals';
import { type ActivityFacts, ActivityMap, hasTouchFilter } from './activity-map.ts';
import { type Filters, spansOf } from './reach.ts';

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`) / 1000;
const activity = (no: number, facts: Partial<ActivityFacts> = {}): ActivityFacts => ({
  no,
  id: `a${no}`,
  title: '',
  kind: 'campaign',
  channel: 'instagram',
  programmeId: null,
  workPackageId: null,
  parentId: null,
  municipalities: ['305'],
  languages: ['fi'],
  contacts: [{ id: 'liisa', since: noon('2025-01-01') }],
  ...facts,
});
const NONE: Filters = {
  programme: [],
  workPackage: [],
  kind: [],
  channel: [],
  activity: [],
  contactPerson: [],
  municipality: [],
  language: [],
  owner: [],
};
const handedOver = [
  { id: 'liisa', since: noon('2025-01-01') },
  { id: 'olena', since: noon('2025-03-01') },
  { id: 'matti', since: noon('2025-05-01') },
];

describe('a touch', () => {
  const map = new ActivityMap([
    activity(1),
    activity(2, { parentId: 'a1', channel: 'youtube', programmeId: 'p', workPackageId: 'w' }),
    activity(3, { contacts: handedOver }),
  ]);
  const fitting = (filters: Partial<Filters>, at = 0) => [1, 2, 3, -1, -2, 99].filter((no) => map.matcher({ ...NONE, ...filters })(no, at));

  it('fits when its activity does; one without an activity never', () => {
    expect(fitting({})).toEqual([1, 2, 3]);
    expect(fitting({ channel: ['youtube', 'radio'] })).toEqual([2]);
    expect(fitting({ programme: ['p'], workPackage: ['w'] })).toEqual([2]);
    expect(fitting({ programme: ['other'] })).toEqual([]);
    expect(fitting({ activity: ['a1'] })).toEqual([1, 2]);
    expect(fitting({ activity: ['a2'] })).toEqual([2]);
    expect(hasTouchFilter(NONE)).toBe(false);
    expect(hasTouchFilter({ ...NONE, kind: ['campaign'] })).toBe(true);
  });

  it('is of who was responsible then, the first one also before', () => {
    expect(
      ['2024-01-01', '2025-02-28', '2025-03-01', '2025-04-30', '2025-05-01', '2026-01-01'].map((day) => map.contactAt(3, noon(day))),
    ).toEqual(['liisa', 'liisa', 'olena', 'olena', 'matti', 'matti']);
    expect(map.contactAt(3, noon('2025-03-01') - 1)).toBe('liisa');
    expect(map.contactAt(99, 0)).toBeUndefined();
    expect(fitting({ contactPerson: ['olena'] }, noon('2025-04-01'))).toEqual([3]);
    expect(fitting({ contactPerson: ['liisa'] }, noon('2025-04-01'))).toEqual([1, 2]);
  });
});

describe('the figures of an activity', () => {
  const spans = (
    filters: Partial<Filters>,
    activities = [activity(1), activity(2, { contacts: handedOver })],
    from = '2025-01-01',
    to = '2025-04-01',
  ) => spansOf(activities, { ...NONE, ...filters }, from, to, 'Europe/Helsinki');

  it('count for all days when nobody is asked for', () => {
    expect(spans({ kind: ['campaign'] })).toEqual([{ from: '2025-01-01', to: '2025-04-01', activities: ['a1', 'a2'] }]);
    expect(spans({ municipality: ['614', '305'], language: ['fi'] })[0]!.activities).toEqual(['a1', 'a2']);
    expect(spans({ municipality: ['614'] })).toEqual([]);
    expect(spans({ language: ['uk'] })).toEqual([]);
  });

  it("are hers on the days she is responsible; the day of a hand-over is the successor's", () => {
    expect(spans({ contactPerson: ['liisa'] })).toEqual([
      { from: '2025-01-01', to: '2025-04-01', activities: ['a1'] },
      { from: '2025-01-01', to: '2025-03-01', activities: ['a2'] },
    ]);
    expect(spans({ contactPerson: ['olena'] })).toEqual([{ from: '2025-03-01', to: '2025-04-01', activities: ['a2'] }]);
    expect(spans({ contactPerson: ['matti'] })).toEqual([]);
    expect(spans({ owner: ['olena'] }, undefined, '2025-06-01', '2025-07-01')).toEqual([]);
    expect(spans({ contactPerson: ['olena'], owner: ['liisa'] })).toEqual([]);
    expect(spans({ contactPerson: ['liisa'] }, [activity(2, { contacts: handedOver })], '2020-01-01', '2020-02-01')).toEqual([
      { from: '2020-01-01', to: '2020-02-01', activities: ['a2'] },
    ]);
  });
});
