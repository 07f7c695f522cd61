/** What an edited pipeline changes. */
import { describe, expect, it } from '@jest/globals';
import { planStages, type Standing } from './pipeline.stages.ts';

const step = (key: string, position: number, archived = false): Standing => ({ key, label: key, position, archived });
const talent = [step('new', 1), step('contacted', 2), step('qualified', 3), step('visiting', 4), step('won', 5)];
const asked = (...keys: string[]) => keys.map((key) => ({ key, label: key }));
const places = (steps: readonly { key: string; position: number }[]) =>
  Object.fromEntries(steps.map(({ key, position }) => [key, position]));

describe('a plan for the steps of a pipeline', () => {
  it('keeps the order when only names change', () => {
    const plan = planStages(
      talent,
      talent.map(({ key }) => ({ key, label: `${key}!` })),
    );
    expect(plan.reordered).toBe(false);
    expect(plan.kept.map(({ label }) => label)).toEqual(['new!', 'contacted!', 'qualified!', 'visiting!', 'won!']);
  });

  it('makes the key of a new step from its label, and never one that is taken', () => {
    const plan = planStages(talent, [
      ...asked('new', 'contacted'),
      { label: 'Käynti' },
      { label: 'Won' },
      { label: 'Lost' },
      { label: 'Тур' },
      { key: 'won', label: 'Asettunut' },
    ]);
    expect(plan.added.map(({ key }) => key)).toEqual(['kaynti', 'won_2', 'lost_2', 'step']);
    expect(plan.reordered).toBe(true);
  });

  it('lets a step that is left out count as the one before it', () => {
    const plan = planStages(talent, asked('new', 'visiting', 'won'));
    expect(places(plan.removed)).toEqual({ contacted: 1, qualified: 1 });
    expect(places(plan.kept)).toEqual({ new: 1, visiting: 2, won: 3 });
  });

  it('moves a step that was left out before along with the one it counts as', () => {
    const plan = planStages(
      [step('new', 1), step('contacted', 2), step('qualified', 2, true), step('visiting', 3), step('won', 4)],
      asked('new', 'visiting', 'contacted', 'won'),
    );
    expect(places(plan.removed)).toEqual({ qualified: 3 });
  });

  it('brings an archived step back when it is named', () => {
    const plan = planStages([step('new', 1), step('contacted', 1, true), step('won', 2)], asked('new', 'contacted', 'won'));
    expect(places(plan.kept)).toEqual({ new: 1, contacted: 2, won: 3 });
    expect(plan.removed).toEqual([]);
  });

  it.each([
    [
      [
        { key: 'dreaming', label: 'Haaveilee' },
        { key: 'won', label: 'W' },
      ],
      'unknown_stage',
      'stages.0.key',
    ],
    [
      [
        { key: 'new', label: 'A' },
        { key: 'new', label: 'B' },
        { key: 'won', label: 'W' },
      ],
      'same_stage',
      'stages.1.key',
    ],
  ])('refuses steps that cannot be: %j', (stages, code, path) => {
    expect(() => planStages(talent, stages)).toThrow(expect.objectContaining({ code, issues: [expect.objectContaining({ path })] }));
  });
});
