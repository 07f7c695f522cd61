/** Where those who met an activity are now: by what they want and their stage. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useThreshold } from '../report/use-threshold.ts';
import { numeric, WideTable } from '../report/wide-table.tsx';
import { PageLink } from '../ui/link.tsx';
import { Panel } from '../ui/panel.tsx';
import { turnedIntoQuery } from './activity-query.ts';
import classes from './activity.module.css';
import { EmptyLine } from './empty-line.tsx';

export function NowPanel({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const threshold = useThreshold();
  const { regionPath, pagePath, may } = useRegion();
  const { data } = useQuery(turnedIntoQuery(regionPath(`/activities/${activity.id}`)));
  if (!data) return null;
  const { leads, stages, rows } = data;
  const title = leads > 0 ? t('now.title', { count: leads, total: format.number(leads) }) : t('now.none');
  const open = leads > 0 && may('lead.read') && (
    <PageLink to={pagePath('/leads')} search={{ activity: activity.id }}>
      {t('do.open')}
    </PageLink>
  );
  if (rows.length === 0) {
    return (
      <Panel title={title}>
        <EmptyLine>{t('now.emptyText')}</EmptyLine>
      </Panel>
    );
  }
  return (
    <Panel title={title} note={open}>
      <WideTable caption={t('now.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('field.intent')}</th>
            {stages.map(({ key, label }) => (
              <th key={key} scope="col" className={numeric}>
                {label ?? t(`stage.${key}`, { defaultValue: key })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ intent, counts, suppressed }) => (
            <tr key={intent}>
              <th scope="row">{t(`intent.${intent}`)}</th>
              {counts.map((count, at) => (
                <td key={stages[at]?.key ?? at} className={count === 0 ? `${numeric} ${classes.zero}` : numeric}>
                  {format.count(count, suppressed, threshold)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
      {rows.some(({ suppressed }) => suppressed) && <p className={classes.note}>{t('now.hidden', { threshold })}</p>}
    </Panel>
  );
}
