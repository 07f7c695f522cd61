/** The figures of an activity by period and source, and which of several sources counts. */
import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { Figures, MetricRowOut } from '../../../src/activity/metric.schema.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { numeric, WideTable } from '../report/wide-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { showFailed, showUndo } from '../ui/toast.tsx';
import classes from './activity.module.css';
import { figuresQuery } from './activity-query.ts';
import { EmptyLine } from './empty-line.tsx';
import { useSourceName } from './source-names.ts';
import { standingOf } from './standing.ts';

type Row = Figures['metrics'][number];

interface Props {
  activity: Activity;
  onAdd: () => void;
}

/** More than these are shown on demand. */
const FIRST = 12;

export function FiguresPanel({ activity, onAdd }: Props) {
  const { t } = useTranslation('activity');
  const { regionPath, may } = useRegion();
  const [all, setAll] = useState(false);
  const { data, error, refetch } = useQuery(figuresQuery(regionPath(`/activities/${activity.id}`)));
  if (!data) {
    return (
      <Panel title={t('figures.title')}>
        {error ? <Problem error={error} onRetry={() => void refetch()} /> : <Skeleton h={96} radius="sm" />}
      </Panel>
    );
  }
  if (data.metrics.length === 0) {
    const add = may('activity.write') && (
      <Button variant="default" onClick={onAdd}>
        {t('figures.add')}
      </Button>
    );
    const text = activity.parts > 0 ? t('figures.emptyParts') : t('figures.emptyText');
    return (
      <Panel title={t('figures.title')}>
        <EmptyLine action={add}>{text}</EmptyLine>
      </Panel>
    );
  }
  const shown = all ? data.metrics : data.metrics.slice(0, FIRST);
  return (
    <Panel title={t('figures.title')} note={t('figures.note')}>
      <WideTable caption={t('figures.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('figures.metric')}</th>
            <th scope="col">{t('field.period')}</th>
            <th scope="col" className={numeric}>
              {t('figures.value')}
            </th>
            <th scope="col">{t('figures.source')}</th>
            {may('activity.write') && <td />}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <FigureRow key={row.id} activity={activity} row={row} figures={data} />
          ))}
        </tbody>
      </WideTable>
      {shown.length < data.metrics.length && (
        <Button variant="default" size="sm" mt="sm" onClick={() => setAll(true)}>
          {t('figures.all', { count: data.metrics.length })}
        </Button>
      )}
    </Panel>
  );
}

function FigureRow({ activity, row, figures }: { activity: Activity; row: Row; figures: Figures }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const { may } = useRegion();
  const sourceName = useSourceName();
  const remove = useRemoval(activity.id);
  const { counts, instead } = standingOf(row, figures, activity.startsOn);
  const period = format.days(row.periodStart, row.periodEnd);
  return (
    <tr>
      <th scope="row">{t(`metric.${row.metric}`)}</th>
      <td>{period}</td>
      <td className={numeric}>{row.metric === 'spend' ? format.money(row.value) : format.number(row.value)}</td>
      <td className={classes.source}>
        {sourceName(row.source)}
        {instead && counts !== 'all' && <small>{t(`figures.${counts}Instead`, { source: sourceName(instead) })}</small>}
      </td>
      {may('activity.write') && (
        <td className={numeric}>
          <ActionIcon
            variant="subtle"
            className={classes.remove}
            aria-label={t('figures.remove', { metric: t(`metric.${row.metric}`), period })}
            onClick={() => remove.mutate(row.id)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </td>
      )}
    </tr>
  );
}

function useRemoval(activityId: string) {
  const { t } = useTranslation('activity');
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const path = regionPath(`/activities/${activityId}/metrics`);
  return useMutation({
    mutationFn: (id: string) => api.delete(`${path}/${id}`, undefined, MetricRowOut),
    onError: showFailed,
    onSuccess: async ({ id: _, externalId, ...row }) => {
      showUndo(t('figures.removed'), async () => {
        await api.put(path, [{ ...row, ...(externalId ? { externalId } : {}) }], Figures).catch(showFailed);
        await changed();
      });
      await changed();
    },
  });
}
