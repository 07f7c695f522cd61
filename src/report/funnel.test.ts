/** Rates and days from counts, what is hidden of them, and the rows. */
import { describe, expect, it } from '@jest/globals';
import { rowsOfGroups, shownRows } from './breakdown.ts';
import { funnelBody } from './funnel.ts';
import { mayAskFor, withTeam } from './persons.ts';
import { delicacyOf, NO_VEIL, type Numbers, veilOver } from './veil.ts';

const REACH = { grossReach: null, impressions: null, views: null, clicks: null, clicksTracked: null, clicksReported: null };
const STEPS = ['new', 'contacted', 'won'].map((key) => ({ key, label: key }));
const numbers = (reached: number[], more: Partial<Numbers> = {}, stillRunning = 0): Numbers => ({
  counts: { reached, mature: reached, stillRunning },
  quartiles: [],
  lost: [],
  stillHere: [],
  ...more,
});
const still = (due: number, stillHere: number, noAnswer = 0) => ({ months: 3 as const, due, notYetDue: 0, noAnswer, stillHere });
const day = 86_400;

describe('a funnel', () => {
  it('has rates from the step before and from the first, and days from seconds', () => {
    const body = funnelBody({
      from: '2025-01-01',
      to: '2026-01-01',
      steps: STEPS,
      reach: REACH,
      veil: NO_VEIL,
      numbers: numbers([20, 10, 5], {
        lost: [{ step: 2, reason: 'no_job', count: 3 }],
        stillHere: [still(5, 3, 1)],
        quartiles: [
          { n: 10, seconds: [day, 2 * day, 4.5 * day] },
          { n: 0, seconds: null },
        ],
      }),
    });
    expect(body.steps.map(({ rateFromPrevious, rateFromFirst }) => [rateFromPrevious?.value, rateFromFirst?.value])).toEqual([
      [undefined, undefined],
      [0.5, 0.5],
      [0.5, 0.25],
    ]);
    expect(body.steps.map(({ daysFromPrevious }) => daysFromPrevious)).toEqual([null, { p25: 1, median: 2, p75: 4.5 }, null]);
    expect(body.steps[1]!.lost).toEqual([{ reason: 'no_job', count: 3 }]);
    expect(body.stillHere[0]).toMatchObject({ months: 3, count: 3, due: 5, noAnswer: 1, rate: { value: 0.75 } });
  });

  it('of nobody has no rate: a rate of nothing is not zero', () => {
    const body = funnelBody({
      from: '',
      to: '',
      steps: STEPS,
      reach: REACH,
      veil: NO_VEIL,
      numbers: numbers([0, 0, 0], { stillHere: [still(0, 0)] }),
    });
    expect(
      body.steps.every(
        ({ rateFromPrevious, rateFromFirst, mature }) =>
          rateFromPrevious === null && rateFromFirst === null && mature.rateFromFirst === null,
      ),
    ).toBe(true);
    expect(body.stillHere[0]!.rate).toBeNull();
  });
});

describe('the veil', () => {
  const shown = (inside: Numbers, all: Numbers[]) =>
    funnelBody({
      from: '',
      to: '',
      steps: STEPS,
      reach: REACH,
      veil: veilOver(inside, all, 5),
      numbers: {
        ...inside,
        quartiles: [
          { n: 4, seconds: [1, 2, 3] },
          { n: 9, seconds: [1, 2, 3] },
        ],
      },
    });

  it('hides nothing where nothing personal is asked', () => {
    expect(shown(numbers([3, 2, 1]), []).steps.map(({ count }) => count)).toEqual([3, 2, 1]);
  });

  it('hides rates of hidden counts and quartiles of few', () => {
    const body = shown(numbers([20, 10, 3]), [numbers([100, 60, 30])]);
    expect(body.steps.map(({ count }) => count)).toEqual([20, 10, null]);
    expect(body.steps[1]).toMatchObject({ rateFromPrevious: { value: 0.5 }, daysFromPrevious: null });
    expect(body.steps[2]).toMatchObject({
      rateFromPrevious: null,
      rateFromFirst: null,
      daysFromPrevious: null,
      mature: { count: null },
      suppressed: true,
    });
  });

  it('covers everything when few are inside or outside', () => {
    for (const [inside, all] of [
      [
        [4, 0, 0],
        [100, 0, 0],
      ],
      [
        [97, 50, 20],
        [100, 60, 40],
      ],
    ]) {
      const body = shown(numbers(inside!), [numbers(all!)]);
      expect(body.cohort).toMatchObject({ leads: null, stillRunning: null, suppressed: true });
      expect(body.steps.every(({ count, suppressed }) => count === null && suppressed)).toBe(true);
    }
    expect(shown(numbers([0, 0, 0]), [numbers([100, 0, 0])]).cohort.leads).toBe(0);
  });

  it('hides a second number beside one of the lost or running', () => {
    const lost = [
      { step: 1, reason: 'no_job', count: 9 },
      { step: 1, reason: 'permit', count: 2 },
      { step: 2, reason: 'no_job', count: 7 },
    ];
    const wide = lost.map((one) => ({ ...one, count: one.count + 20 }));
    const body = shown(numbers([30, 15, 8], { lost }, 12), [numbers([90, 70, 50], { lost: wide }, 40)]);
    expect(body.steps.map((step) => step.lost.map(({ count }) => count))).toEqual([[9, null], [null], []]);
    expect(body.cohort.stillRunning).toBe(12);
    const few = shown(numbers([30, 15, 8], { lost }, 3), [numbers([90, 70, 50], { lost: wide }, 40)]);
    expect(few.cohort).toMatchObject({ leads: 30, stillRunning: null, suppressed: true });
    const alone = shown(numbers([30, 15, 8], { lost: [lost[1]!] }, 12), [numbers([90, 70, 50], { lost: wide }, 40)]);
    expect(alone.cohort.stillRunning).toBeNull();
  });

  it('hides a month of which any part is small', () => {
    const body = shown(numbers([30, 15, 8], { stillHere: [still(8, 3), still(9, 9)] }), [
      numbers([90, 70, 50], { stillHere: [still(30, 20), still(30, 20)] }),
    ]);
    expect(body.stillHere.map(({ count, suppressed }) => [count, suppressed])).toEqual([
      [null, true],
      [9, undefined],
    ]);
  });

  it('is for languages, and for municipalities with any second dimension', () => {
    const none = {
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
    expect(delicacyOf(none, undefined, true)).toEqual({ takeOff: [], rows: false });
    expect(delicacyOf(none, 'language', true)).toEqual({ takeOff: [], rows: true });
    expect(delicacyOf(none, 'municipality', true)).toEqual({ takeOff: [], rows: false });
    expect(delicacyOf({ ...none, channel: ['event'] }, 'municipality', true)).toEqual({ takeOff: [], rows: true });
    expect(delicacyOf(none, 'municipality', false).rows).toBe(true);
    expect(delicacyOf({ ...none, municipality: ['305'] }, undefined, true)).toEqual({ takeOff: [], rows: false });
    expect(delicacyOf({ ...none, municipality: ['305'] }, 'month', true)).toEqual({ takeOff: [], rows: true });
    expect(delicacyOf({ ...none, municipality: ['305'], channel: ['event'] }, undefined, true)).toEqual({
      takeOff: [['municipality'], ['channel']],
      rows: true,
    });
    expect(delicacyOf({ ...none, language: ['uk'], municipality: ['305'] }, undefined, true).takeOff).toEqual([
      ['language'],
      ['municipality'],
    ]);
  });
});

describe('rows', () => {
  const naming = { label: (key: string) => key, ranked: true };

  it('of leads sum from the furthest step; what nobody knows is unattributed', () => {
    const groups = [
      { key: 'fi', reached: 3, count: 2 },
      { key: 'fi', reached: 1, count: 5 },
      { key: null, reached: 2, count: 1 },
    ];
    const { rows, unattributed } = rowsOfGroups(groups, 3);
    expect([[...rows], unattributed]).toEqual([[['fi', [7, 2, 2]]], [1, 1, 0]]);
  });

  it('stand by count where they may be ranked, else by name; what is beside them last', () => {
    const rows = {
      rows: new Map([
        ['team', [9]],
        ['b', [1]],
        ['referral', [5]],
        ['a', [1]],
        ['c', [3]],
      ]),
      unattributed: [0],
    };
    const keys = (ranked: boolean) => shownRows(rows, { ...naming, ranked }, [19], null).rows!.map(({ key }) => key);
    expect(keys(true)).toEqual(['c', 'a', 'b', 'referral', 'team']);
    expect(keys(false)).toEqual(['a', 'b', 'c', 'referral', 'team']);
  });

  it('are not told at all where nothing else helps', () => {
    expect(shownRows({ rows: new Map([['uk', [1]]]), unattributed: [0] }, naming, [1], 5)).toEqual({
      rows: [],
      unattributed: { steps: [null], suppressed: true },
    });
  });

  it('of people are hers and a team, and sums hold', () => {
    const rows = new Map([
      ['liisa', [3, 1]],
      ['olena', [2, 2]],
      ['referral', [1, 0]],
    ]);
    const isPerson = (key: string) => key !== 'referral';
    expect([...withTeam(rows, isPerson, { own: 'liisa', leads: false })]).toEqual([
      ['liisa', [3, 1]],
      ['team', [2, 2]],
      ['referral', [1, 0]],
    ]);
    expect([...withTeam(rows, isPerson, { own: null, leads: true })]).toEqual([
      ['team', [5, 3]],
      ['referral', [1, 0]],
    ]);
    expect(mayAskFor({ own: 'liisa', leads: false }, ['liisa'], 0)).toBe(true);
    expect(mayAskFor({ own: null, leads: true }, ['liisa'], 4)).toBe(false);
    expect(mayAskFor({ own: null, leads: true }, ['liisa'], 5)).toBe(true);
    expect(mayAskFor({ own: null, leads: false }, ['liisa'], 9)).toBe(false);
  });
});
