/** The rows of new figures: what they begin with, how they are saved, and how saving is taken back. */
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { Figures, type Metric, MetricRows } from '../../../src/activity/metric.schema.ts';
import { api } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { withoutBlanks, zodForm } from '../app/zod-form.ts';
import { centsOf, countOf } from '../ui/number-inputs.tsx';
import { showFailed, showUndo } from '../ui/toast.tsx';
import { figuresQuery } from './activity-query.ts';
import { isWatched } from './kinds.ts';

interface RowValues {
  key: number;
  metric: Metric;
  periodStart: string | null;
  periodEnd: string | null;
  value: number | string;
}
interface Values {
  activityId: string;
  rows: RowValues[];
}
export type FiguresForm = UseFormReturnType<Values>;
type Row = Figures['metrics'][number];

/** What is told most often, in the order in which it is asked for. */
const ORDER: readonly Metric[] = [
  'reach',
  'impressions',
  'clicks',
  'linkClicks',
  'spend',
  'views',
  'likes',
  'comments',
  'shares',
  'saves',
  'follows',
  'registrations',
  'conversions',
];

const bodyOf = ({ rows }: Values) =>
  rows.map(({ metric, periodStart, periodEnd, value }) =>
    withoutBlanks({
      metric,
      periodStart: periodStart ?? undefined,
      periodEnd: periodEnd ?? undefined,
      value: metric === 'spend' ? centsOf(value) : countOf(value),
      source: 'manual' as const,
    }),
  );

/** Days compare as texts. */
const laterOf = (one: string, other: string) => [one, other].sort().at(-1) ?? other;

const fieldNames = (rows: readonly unknown[]) =>
  Object.fromEntries(
    rows.flatMap((_, at) => [
      ...['metric', 'periodStart', 'periodEnd', 'value'].map((field) => [`${at}.${field}`, `rows.${at}.${field}`]),
      [`${at}`, `rows.${at}.periodStart`],
    ]),
  ) as Record<string, string>;

/** What the server refuses of a period is about the row: its days, its figure and its source together. */
const rowNames = (rows: readonly unknown[]) => ({
  ...fieldNames(rows),
  ...Object.fromEntries(rows.map((_, at) => [`${at}.periodStart`, `rows.${at}.key`])),
});

export function useFiguresForm(activity: Activity, onClose: () => void) {
  const format = useFormat();
  const { regionPath } = useRegion();
  const today = format.dayOf();
  const keys = useRef(0);
  const rowAfter = (before?: RowValues): RowValues => {
    const { startsOn, endsOn } = activity;
    keys.current += 1;
    const first: Metric = isWatched(activity.kind, activity.channel) ? 'views' : 'reach';
    return {
      key: keys.current,
      metric: before ? (ORDER[ORDER.indexOf(before.metric) + 1] ?? first) : first,
      periodStart: before?.periodStart ?? startsOn,
      periodEnd: before?.periodEnd ?? endsOn ?? laterOf(startsOn, today),
      value: '',
    };
  };
  const form = useForm<Values>({
    initialValues: { activityId: activity.partList.find(({ archived }) => !archived)?.id ?? activity.id, rows: [rowAfter()] },
    validate: (values) => {
      const names = fieldNames(values.rows);
      const errors = zodForm<unknown>(MetricRows)(bodyOf(values));
      return Object.fromEntries(Object.entries(errors).map(([path, words]) => [names[path] ?? path, words]));
    },
  });
  const problems = useFormProblems(form, rowNames(form.values.rows));
  const showSaved = useSavedToast();
  const queryClient = useQueryClient();
  const changed = useRegionChanged();
  const save = useMutation({
    mutationFn: async (values: Values) => {
      const path = regionPath(`/activities/${values.activityId}`);
      const before = await queryClient.fetchQuery({ ...figuresQuery(path), staleTime: 0 });
      const after = await api.put(`${path}/metrics`, bodyOf(values), Figures);
      return { path, before: before.metrics, after: after.metrics };
    },
    onError: problems.show,
    onSuccess: async (saved, { rows }) => {
      onClose();
      showSaved(saved, rows.length);
      await changed();
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate(values);
  }, problems.invalid);
  const addRow = () => form.insertListItem('rows', rowAfter(form.getValues().rows.at(-1)));
  return { form, problems, submit, saving: save.isPending, addRow };
}

interface Saved {
  path: string;
  before: readonly Row[];
  after: readonly Row[];
}

/** Taking back: what was added goes, what was replaced comes again. */
function useSavedToast() {
  const { t } = useTranslation('activity');
  const changed = useRegionChanged();
  return ({ path, before, after }: Saved, count: number) =>
    showUndo(t('figures.saved', { count }), async () => {
      const isSame = (one: Row, other: Row) =>
        one.metric === other.metric &&
        one.source === other.source &&
        one.externalId === other.externalId &&
        one.periodStart === other.periodStart &&
        one.periodEnd === other.periodEnd;
      const fresh = after.filter(({ id }) => !before.some((old) => old.id === id));
      const replaced = fresh.flatMap((row) => before.filter((old) => isSame(old, row)));
      const added = fresh.filter((row) => !replaced.some((old) => isSame(old, row)));
      try {
        for (const { id } of added) await api.delete(`${path}/metrics/${id}`);
        const rows = replaced.map(({ id: _, externalId, ...row }) => ({ ...row, ...(externalId ? { externalId } : {}) }));
        if (rows.length > 0) await api.put(`${path}/metrics`, rows);
      } catch (error) {
        showFailed(error);
      }
      await changed();
    });
}
