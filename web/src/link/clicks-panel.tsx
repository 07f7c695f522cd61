/** The clicks on an activity's tracked links: a curve by day, and whence, in which language and with what they came. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import type { Clicks, Slice } from '../../../src/capture/clicks.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useThreshold } from '../report/use-threshold.ts';
import { numeric, WideTable } from '../report/wide-table.tsx';
import { LineChart } from '../ui/line-chart.tsx';
import { Panel } from '../ui/panel.tsx';
import { clicksCurve } from './clicks-curve.ts';
import classes from './link.module.css';
import { clicksQuery } from './link-query.ts';

export function ClicksPanel({ activity: { id } }: { activity: Activity }) {
  const { t } = useTranslation('link');
  const format = useFormat();
  const { regionPath } = useRegion();
  const threshold = useThreshold();
  const { data } = useQuery(clicksQuery(regionPath(`/activities/${id}`)));
  // An activity without clicks says so at its link.
  if (!data || data.total === 0) return null;
  return (
    <Panel title={t('curve.title')} note={t('curve.note')}>
      <Curve clicks={data} />
      <Slices clicks={data} />
      {data.languages.suppressed && (
        <p className={classes.note}>{t(data.languages.rows.length > 0 ? 'curve.hidden' : 'curve.tooFew', { threshold })}</p>
      )}
      {data.visitors !== null && (
        <p className={classes.note}>{t('curve.visitors', { count: data.visitors, total: format.number(data.visitors) })}</p>
      )}
    </Panel>
  );
}

function Curve({ clicks: { byDay, total } }: { clicks: Clicks }) {
  const { t } = useTranslation('link');
  const format = useFormat();
  const { timeZone } = useRegion();
  const today = format.dayOf();
  const points = useMemo(() => clicksCurve(byDay, today, timeZone), [byDay, today, timeZone]);
  const label = t('curve.label', {
    count: total,
    total: format.number(total),
    from: format.day(byDay[0]?.day ?? today),
    to: format.day(byDay.at(-1)?.day ?? today),
  });
  const table = (
    <WideTable caption={t('curve.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('field.on')}</th>
          <th scope="col" className={numeric}>
            {t('curve.title')}
          </th>
        </tr>
      </thead>
      <tbody>
        {byDay.map(({ day, clicks }) => (
          <tr key={day}>
            <td>{format.day(day)}</td>
            <td className={numeric}>{format.number(clicks)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
  return <LineChart points={points} name={t('curve.title')} label={label} table={table} />;
}

function Slices({ clicks: { byLink, devices, languages, referrers } }: { clicks: Clicks }) {
  const { t } = useTranslation('link');
  const format = useFormat();
  const total = byLink.reduce((sum, { clicks }) => sum + clicks, 0);
  const links = byLink.map(({ label, code, clicks }) => ({ key: label ?? code, clicks, share: clicks / total }));
  return (
    <div className={classes.slices}>
      {links.length > 1 && <SliceList title={t('curve.links')} rows={links} name={(key) => key ?? ''} />}
      <SliceList title={t('curve.referrers')} rows={referrers} name={(key) => key ?? t('curve.direct')} />
      <SliceList title={t('curve.devices')} rows={devices} name={(key) => t(`curve.device.${key}`)} />
      {languages.rows.length > 0 && (
        <SliceList title={t('curve.languages')} rows={languages.rows} name={(key) => (key ? format.language(key) : t('curve.unknown'))} />
      )}
    </div>
  );
}

function SliceList({ title, rows, name }: { title: string; rows: readonly Slice[]; name: (key: string | null) => string }) {
  const format = useFormat();
  const threshold = useThreshold();
  return (
    <div>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ key, clicks, share }) => (
          <div key={key}>
            <dt>{name(key)}</dt>
            <dd>{clicks === null ? format.count(null, true, threshold) : `${format.number(clicks)} · ${format.percent(share)}`}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
