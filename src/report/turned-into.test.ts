/** The columns and rows of where an activity's leads are now. */
import { describe, expect, it } from '@jest/globals';
import { columnsOf, rowsOf } from './turned-into.ts';

const stages = (...keys: string[]) => keys.map((key) => ({ key, label: key.toUpperCase(), archived: key.startsWith('old') }));
const keysOf = (columns: { key: string }[]) => columns.map(({ key }) => key);
const place = (intent: string, stage: string, leads: number) => ({ intent, stage, leads, visiting: 0 });

describe('the columns', () => {
  it('are the steps of the pipeline, then lost', () => {
    expect(columnsOf([stages('new', 'contacted', 'won')], new Set())).toEqual([
      { key: 'new', label: 'NEW' },
      { key: 'contacted', label: 'CONTACTED' },
      { key: 'won', label: 'WON' },
      { key: 'lost', label: null },
    ]);
    expect(columnsOf([], new Set())).toEqual([]);
  });

  it('put the own steps of a second pipeline behind what goes before them there', () => {
    const talent = stages('new', 'contacted', 'qualified', 'visiting', 'won');
    expect(keysOf(columnsOf([talent, stages('new', 'contacted', 'guided', 'planning', 'won')], new Set()))).toEqual([
      'new',
      'contacted',
      'guided',
      'planning',
      'qualified',
      'visiting',
      'won',
      'lost',
    ]);
    expect(keysOf(columnsOf([talent, stages('intake', 'won')], new Set()))).toEqual([
      'intake',
      'new',
      'contacted',
      'qualified',
      'visiting',
      'won',
      'lost',
    ]);
  });

  it('have an archived step only while somebody is there', () => {
    const pipelines = [stages('new', 'old_step', 'old_too', 'won')];
    expect(keysOf(columnsOf(pipelines, new Set(['old_too'])))).toEqual(['new', 'old_too', 'won', 'lost']);
  });
});

describe('the rows', () => {
  const columns = columnsOf([stages('new', 'won')], new Set());

  it('count each wish at each step, wishes that nobody has aside', () => {
    expect(rowsOf([place('found', 'lost', 2), place('move', 'new', 7), place('move', 'won', 1)], columns, null)).toEqual([
      { intent: 'move', counts: [7, 1, 0] },
      { intent: 'found', counts: [0, 0, 2] },
    ]);
    expect(rowsOf([], columns, null)).toEqual([]);
  });

  it('hide small counts, and one more where there is a single one', () => {
    expect(rowsOf([place('move', 'new', 7), place('move', 'won', 9), place('found', 'lost', 2)], columns, 5)).toEqual([
      { intent: 'move', counts: [null, 9, 0], suppressed: true },
      { intent: 'found', counts: [0, 0, null], suppressed: true },
    ]);
  });
});
