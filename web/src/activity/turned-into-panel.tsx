/** What an activity turned into, from anonymous views to outcomes. */
import { Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import type { TurnedInto } from '../../../src/report/turned-into.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { TextButton } from '../report/text-button.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { turnedIntoQuery } from './activity-query.ts';
import classes from './activity.module.css';
import { Chain, type ChainStep } from './chain.tsx';
import { CountedDrawer } from './counted-drawer.tsx';
import { isGathering } from './kinds.ts';

export function TurnedIntoPanel({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const { regionPath } = useRegion();
  const { data: turned, error, refetch } = useQuery(turnedIntoQuery(regionPath(`/activities/${activity.id}`)));
  const [counted, { open, close }] = useDisclosure(false);
  const perOutcome = turned?.costCents != null && turned.outcomesLinear > 0 ? turned.costCents / turned.outcomesLinear : null;
  if (error && !turned) {
    return (
      <Panel title={t('turned.title')}>
        <Problem error={error} onRetry={() => void refetch()} />
      </Panel>
    );
  }
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
    seen.views && { value: format.count(views), label: t('turned.views', { count: views ?? 0 }) },
    (clicks !== null || !isGathering(kind)) && { value: format.count(clicks), label: t('turned.clicks', { count: clicks ?? 0 }) },
    heads !== null && { value: format.number(heads), label: t('turned.came') },
    { value: format.number(leads), label: t('turned.leads', { count: leads }) },
    { value: format.number(visiting), label: t('turned.visiting') },
    { value: format.decimal(outcomesLinear), label: t('turned.outcomes'), result: true },
  ];
  return <Chain steps={steps.filter((step) => step !== false)} />;
}
