/** What an activity turned into, from anonymous views to outcomes, and where those who met it are now. */
import { Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { TurnedInto } from '../../../src/report/turned-into.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { TextButton } from '../report/text-button.tsx';
import { useThreshold } from '../report/use-threshold.ts';
import { numeric, WideTable } from '../report/wide-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageLink } from '../ui/link.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import classes from './activity.module.css';
import { Chain, type ChainStep } from './chain.tsx';
import { CountedDrawer } from './counted-drawer.tsx';
import { isGathering } from './kinds.ts';

export function TurnedIntoPanels({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  const { regionPath } = useRegion();
  const { data, error, refetch } = useQuery(apiQuery(regionPath(`/activities/${activity.id}/turned-into`), TurnedInto));
  if (error && !data) {
    return (
      <Panel title={t('turned.title')}>
        <Problem error={error} onRetry={() => void refetch()} />
      </Panel>
    );
  }
  return (
    <>
      <TurnedPanel activity={activity} turned={data} />
      {data && <NowPanel activity={activity} turned={data} />}
    </>
  );
}

function TurnedPanel({ activity, turned }: { activity: Activity; turned: TurnedInto | undefined }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const [counted, { open, close }] = useDisclosure(false);
  const perOutcome = turned?.costCents != null && turned.outcomesLinear > 0 ? turned.costCents / turned.outcomesLinear : null;
  return (
    <Panel title={t('turned.title')}>
      {turned ? <Steps activity={activity} turned={turned} /> : <Skeleton h={92} radius="md" />}
      <p className={classes.note}>
        {perOutcome !== null && `${t('turned.perOutcome', { money: format.money(Math.round(perOutcome / 100) * 100) })} `}
        {turned && turned.outcomes > 0 && `${t('turned.touched', { count: turned.outcomes })} `}
        <TextButton onClick={open}>{t('do.howCounted')}</TextButton>
      </p>
      <CountedDrawer opened={counted} onClose={close} lookbackDays={turned?.lookbackDays ?? 365} />
    </Panel>
  );
}

/** The steps that say something of this kind of activity: what is unknown is left out where it does not belong. */
function Steps({ activity: { kind, attendance }, turned }: { activity: Activity; turned: TurnedInto }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const { grossReach, views, clicks, leads, visiting, outcomesLinear } = turned;
  const seen = { reach: grossReach !== null, views: views !== null };
  const heads = attendance?.headcount ?? null;
  const steps: (ChainStep | false)[] = [
    (seen.reach || (!seen.views && !isGathering(kind))) && { value: format.count(grossReach), label: t('turned.reach') },
    seen.views && { value: format.count(views), label: t('turned.views') },
    (clicks !== null || !isGathering(kind)) && { value: format.count(clicks), label: t('turned.clicks') },
    heads !== null && { value: format.number(heads), label: t('turned.came') },
    { value: format.number(leads), label: t('turned.leads', { count: leads }) },
    { value: format.number(visiting), label: t('turned.visiting') },
    { value: format.decimal(outcomesLinear), label: t('turned.outcomes'), result: true },
  ];
  return <Chain steps={steps.filter((step) => step !== false)} />;
}

function NowPanel({ activity, turned: { leads, stages, rows } }: { activity: Activity; turned: TurnedInto }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const threshold = useThreshold();
  const { pagePath, may } = useRegion();
  const title = leads > 0 ? t('now.title', { count: leads, total: format.number(leads) }) : t('now.none');
  const open = leads > 0 && may('lead.read') && (
    <PageLink to={pagePath('/leads')} search={{ activity: activity.id }}>
      {t('do.open')}
    </PageLink>
  );
  if (rows.length === 0) {
    return (
      <Panel title={title}>
        <EmptyState title={t('now.empty')} text={t('now.emptyText')} />
      </Panel>
    );
  }
  return (
    <Panel title={title} note={open}>
      <WideTable caption={title}>
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
                <td key={stages[at]?.key ?? at} className={numeric}>
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
