/** A row of many activities and how it becomes one, with the figures that are known of it. */
import { ActivityRowInput } from '../../../src/activity/activity-bulk.schema.ts';
import { KINDS, type Kind } from '../../../src/activity/activity.schema.ts';
import type { Metric } from '../../../src/activity/metric.schema.ts';
import { problemWords, withoutBlanks, zodForm } from '../app/zod-form.ts';
import { dayOfCell, dayProblem, municipalityOfCell, numberOfCell } from '../ui/bulk-table/cell-values.ts';
import type { BulkRow } from '../ui/bulk-table/rows.ts';
import { isOneDay, usualChannel } from './kinds.ts';

/** What all rows have in common unless they say otherwise. */
export interface CommonValues {
  kind: Kind | null;
  channel: string | null;
  contactPersonId: string | null;
  municipalities: string[];
}
export const noCommon: CommonValues = { kind: null, channel: null, contactPersonId: null, municipalities: [] };

/** Columns of figures over the activity's whole period. */
export const FIGURES = ['reach', 'impressions', 'clicks', 'views'] as const satisfies readonly Metric[];

const placesOf = (text: string) => text.split(/[,;/]| ja | and | och /).filter((word) => word.trim());
const wholeNumber = (text: string | undefined) => {
  const value = numberOfCell(text ?? '');
  return value !== undefined && Number.isInteger(value) ? value : undefined;
};

const kindOfCell = (text: string): Kind | undefined => KINDS.find((kind) => kind === text);

export function inputOfRow({ id, cells }: BulkRow, common: CommonValues) {
  const { title, startsOn = '', endsOn = '', cost = '', municipalities = '', contactPerson, notes } = cells;
  const kind = cells['kind'] ? kindOfCell(cells['kind']) : (common.kind ?? undefined);
  const start = dayOfCell(startsOn);
  const cents = numberOfCell(cost);
  const places = placesOf(municipalities);
  const figures = FIGURES.flatMap((metric) => {
    const value = wholeNumber(cells[metric]);
    return value === undefined ? [] : [[metric, value] as const];
  });
  return withoutBlanks({
    id,
    activity: {
      kind,
      title,
      channel: (cells['channel'] || common.channel) ?? usualChannel(kind ?? null),
      startsOn: start,
      endsOn: dayOfCell(endsOn) ?? (isOneDay(kind ?? null) ? start : undefined),
      costCents: cents === undefined ? undefined : Math.round(cents * 100),
      contactPersonId: (contactPerson || common.contactPersonId) ?? undefined,
      municipalities: places.length > 0 ? places.flatMap((place) => municipalityOfCell(place) ?? []) : common.municipalities,
      languages: [],
      notes,
    },
    ...(figures.length > 0 ? { figures: Object.fromEntries(figures) } : {}),
  });
}

const SAME_NAMES = ['kind', 'title', 'channel', 'startsOn', 'endsOn', 'municipalities', 'notes'];

/** The column for a path within the row. */
export function columnOfActivity(path: string): string | undefined {
  const [of, field = ''] = path.split('.');
  if (of === 'figures') return field;
  if (field === 'costCents') return 'cost';
  if (field === 'contactPersonId') return 'contactPerson';
  return SAME_NAMES.includes(field) ? field : undefined;
}

/** What is wrong with a row, by column; the same rules as the single form's. */
export function checkActivityRow(row: BulkRow, common: CommonValues): Record<string, string> {
  const found: Record<string, string> = {};
  const wrong = (column: string, code: string, isWrong: boolean) => {
    if (isWrong) found[column] = problemWords(code) ?? code;
  };
  const { cells } = row;
  wrong('kind', 'unknown_kind', Boolean(cells['kind']) && !kindOfCell(cells['kind'] ?? ''));
  for (const day of ['startsOn', 'endsOn']) {
    const code = dayProblem(cells[day] ?? '');
    if (code) wrong(day, code, true);
  }
  wrong('cost', 'unknown_number', Boolean(cells['cost']?.trim()) && numberOfCell(cells['cost'] ?? '') === undefined);
  for (const metric of FIGURES) wrong(metric, 'unknown_number', Boolean(cells[metric]?.trim()) && wholeNumber(cells[metric]) === undefined);
  wrong(
    'municipalities',
    'unknown_place',
    placesOf(cells['municipalities'] ?? '').some((place) => !municipalityOfCell(place)),
  );
  const errors = zodForm<unknown>(ActivityRowInput)(inputOfRow(row, common));
  for (const [path, words] of Object.entries(errors)) found[columnOfActivity(path) ?? ''] ??= String(words);
  return found;
}
