/** The views of an activity as a curve, with its numbers as a table; a reading of the counter is added in a moment. */
import { ActionIcon, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import type { Figures } from '../../../src/activity/metric.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { numeric, WideTable } from '../report/wide-table.tsx';
import { LineChart } from '../ui/line-chart.tsx';
import { Panel } from '../ui/panel.tsx';
import classes from './activity.module.css';
import { figuresQuery } from './activity-query.ts';
import { CounterSheet } from './counter-sheet.tsx';
import { EmptyLine } from './empty-line.tsx';
import { isWatched } from './kinds.ts';
import { useSourceName } from './source-names.ts';
import { useReadings } from './use-readings.ts';
import { countedReadings, type ViewsCurve, viewsCurve } from './views-curve.ts';

export function ViewsPanel({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const { regionPath, may, timeZone } = useRegion();
  const sourceName = useSourceName();
  const [adding, { open, close }] = useDisclosure(false);
  const { data } = useQuery(figuresQuery(regionPath(`/activities/${activity.id}`)));
  const curve = useMemo(() => (data ? viewsCurve(data, activity.startsOn, timeZone) : null), [data, activity.startsOn, timeZone]);
  if (!data || (!curve && (!isWatched(activity.kind, activity.channel) || activity.parts > 0))) return null;
  const add = may('activity.write') && (
    <Button variant="default" size="sm" onClick={open}>
      {t('counter.add')}
    </Button>
  );
  const note =
    curve &&
    (curve.from === 'counter'
      ? t('views.counter', { source: curve.source ? sourceName(curve.source) : '', day: format.moment(curve.until) })
      : t('views.periods'));
  return (
    <Panel title={t('metric.views')} actions={curve ? add : undefined}>
      {curve ? <Curve activity={activity} figures={data} curve={curve} /> : <EmptyLine action={add}>{t('views.emptyText')}</EmptyLine>}
      {note && <p className={classes.note}>{note}</p>}
      <CounterSheet activity={activity} opened={adding} onClose={close} />
    </Panel>
  );
}

function Curve({ activity, figures, curve }: { activity: Activity; figures: Figures; curve: ViewsCurve }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const first = curve.points[0];
  const last = curve.points.at(-1);
  const day = (at: number) => format.day(format.dayOf(new Date(at)));
  const label = t('views.label', {
    from: first ? day(first.at) : '',
    to: last ? day(last.at) : '',
    start: format.number(first?.value ?? 0),
    end: format.number(last?.value ?? 0),
  });
  const table =
    curve.from === 'counter' ? (
      <ReadingsTable activity={activity} figures={figures} />
    ) : (
      <WideTable caption={t('views.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('field.on')}</th>
            <th scope="col" className={numeric}>
              {t('metric.views')}
            </th>
          </tr>
        </thead>
        <tbody>
          {curve.points.map(({ at, value }) => (
            <tr key={`${at} ${value}`}>
              <td>{day(at)}</td>
              <td className={numeric}>{format.number(value)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    );
  return <LineChart points={curve.points} name={t('metric.views')} label={label} table={table} />;
}

function ReadingsTable({ activity, figures }: { activity: Activity; figures: Figures }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const { may } = useRegion();
  const sourceName = useSourceName();
  const { remove } = useReadings(activity.id);
  const counted = new Set(countedReadings(figures.snapshots, 'views'));
  const readings = figures.snapshots.filter(({ metric }) => metric === 'views').reverse();
  return (
    <WideTable caption={t('counter.readings')}>
      <thead>
        <tr>
          <th scope="col">{t('field.at')}</th>
          <th scope="col" className={numeric}>
            {t('metric.views')}
          </th>
          <th scope="col">{t('figures.source')}</th>
          {may('activity.write') && <td />}
        </tr>
      </thead>
      <tbody>
        {readings.map((reading) => (
          <tr key={`${reading.takenAt} ${reading.source}`}>
            <td>{format.moment(reading.takenAt)}</td>
            <td className={numeric}>{format.number(reading.value)}</td>
            <td>
              {sourceName(reading.source)}
              {!counted.has(reading) && <small>{t('figures.none')}</small>}
            </td>
            {may('activity.write') && (
              <td className={numeric}>
                <ActionIcon
                  variant="subtle"
                  className={classes.remove}
                  aria-label={t('counter.remove', { at: format.moment(reading.takenAt) })}
                  onClick={() => remove.mutate(reading)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
