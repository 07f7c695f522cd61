/** Where leads are lost: at each step by reason, who is still on the way, and who never got an answer. */
import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Funnel } from '../../../src/report/funnel.schema.ts';
import { useFormat } from '../app/format.ts';
import { Panel } from '../ui/panel.tsx';
import { biggestLeak, ENOUGH } from './finding.ts';
import { useFunnelView } from './funnel-view.tsx';
import { Leak } from './leak.tsx';
import classes from './leaks-panel.module.css';
import { OpenNumber } from './open-number.tsx';
import { shownSteps } from './shown.ts';
import { useOnePipeline } from './step-names.ts';
import { TextButton } from './text-button.tsx';
import { useAnswered } from './use-funnel.ts';
import { useThreshold } from './use-threshold.ts';

interface Props {
  report: Funnel | undefined;
  className: string | undefined;
}

export function LeaksPanel({ report, className = '' }: Props) {
  const { t } = useTranslation('report');
  const { define, search } = useFunnelView();
  const steps = report ? shownSteps(report, false) : [];
  const biggest = (report?.cohort.leads ?? 0) >= ENOUGH ? biggestLeak(steps) : null;
  return (
    <Panel className={className} title={t('leaks.title')}>
      <p className={classes.note}>
        {t(search.mature ? 'leaks.ofAll' : 'leaks.note')}{' '}
        <span className="no-print">
          <TextButton onClick={() => define('lost')}>{t('do.howCounted')}</TextButton>
        </span>
      </p>
      {report ? (
        <ul className={classes.leaks}>
          {steps.slice(0, -1).map((step, at) => (
            <Leak key={step.key} step={step} next={steps[at + 1]} biggest={biggest !== null && steps[at + 1]?.key === biggest.next.key} />
          ))}
          <Unanswered report={report} />
          <Running report={report} />
        </ul>
      ) : (
        <LeaksSkeleton />
      )}
    </Panel>
  );
}

function Running({ report }: { report: Funnel }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const threshold = useThreshold();
  const { open, search } = useFunnelView();
  const { stillRunning } = report.cohort;
  const endless = search.windowDays === 'none';
  const words = t(endless ? 'leaks.open' : 'leaks.running');
  const count = format.count(stillRunning, true, threshold);
  return (
    <li className={classes.leak}>
      <div className={classes.head}>
        <b>{words}</b>
        {stillRunning === 0 ? (
          <b>{count}</b>
        ) : (
          <OpenNumber label={`${words}: ${count}. ${t('leads.show')}`} onOpen={() => open({ running: true })}>
            {count}
          </OpenNumber>
        )}
      </div>
      <span className={classes.more}>{t(endless ? 'leaks.openHint' : 'leaks.runningHint')}</span>
    </li>
  );
}

/** Of one pipeline the report over the common steps tells who was answered; over several it is this one itself. */
function Unanswered({ report }: { report: Funnel }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const pipeline = useOnePipeline();
  const answered = useAnswered(pipeline, { enabled: pipeline !== undefined });
  const { steps } = pipeline === undefined ? report : (answered.data ?? { steps: [] });
  const created = steps[0]?.count ?? null;
  const responded = steps.find(({ key }) => key === 'responded')?.count ?? null;
  const isKnown = created !== null && responded !== null;
  if (!isKnown && !answered.isPending) return null;
  return (
    <li className={classes.leak}>
      <div className={classes.head}>
        <b>{t('leaks.unanswered')}</b>
        <b>{isKnown ? format.number(created - responded) : <Skeleton h={14} w={24} radius="sm" />}</b>
      </div>
      <span className={classes.more}>{t('leaks.unansweredHint')}</span>
    </li>
  );
}

const places = ['a', 'b', 'c', 'd', 'e', 'f'];

function LeaksSkeleton() {
  return (
    <Stack gap={26} aria-hidden>
      {places.map((place) => (
        <Stack key={place} gap={10}>
          <Skeleton h={16} w="70%" radius="sm" />
          <Skeleton h={13} w="90%" radius="sm" />
          <Skeleton h={13} w="80%" radius="sm" />
        </Stack>
      ))}
    </Stack>
  );
}
