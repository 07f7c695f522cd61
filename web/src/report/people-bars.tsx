/** The steps as bars: how many, of what, how sure, how fast, and what it was in the comparison. */
import { Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Funnel } from '../../../src/report/funnel.schema.ts';
import { useFormat } from '../app/format.ts';
import { StepBar } from '../ui/step-bar.tsx';
import { useFunnelView } from './funnel-view.tsx';
import classes from './people-panel.module.css';
import { type ShownStep, shownSteps } from './shown.ts';
import { useStepName } from './step-names.ts';
import { useDuration } from './use-duration.ts';
import { useThreshold } from './use-threshold.ts';

export function PeopleBars({ report }: { report: Funnel }) {
  const { search } = useFunnelView();
  const steps = shownSteps(report, search.mature === true);
  const of = Math.max(steps[0]?.count ?? 0, steps[0]?.previous ?? 0, ...report.stillHere.map(({ count }) => count ?? 0), 1);
  return (
    <>
      {steps.map((step, at) => (
        <Step key={step.key} step={step} of={of} first={at === 0} last={at === steps.length - 1} />
      ))}
      {report.stillHere.map((here, at) => (
        <StillHere key={here.months} here={here} of={of} before={report.previous?.stillHere[at]} />
      ))}
    </>
  );
}

function Step({ step, of, first, last }: { step: ShownStep; of: number; first: boolean; last: boolean }) {
  const { t } = useTranslation('report');
  const { open, search } = useFunnelView();
  const { name } = useStepName();
  const threshold = useThreshold();
  const { previous } = step;
  return (
    <StepBar
      label={name(step)}
      hint={first ? t('people.cameIn') : <Median days={step.days} />}
      count={step.count}
      suppressed={step.count === null}
      threshold={threshold}
      of={of}
      {...(previous === undefined ? {} : { previous })}
      tone={last ? 'result' : 'step'}
      aside={first ? t('people.first') : <Rate rate={step.rate} of={t('people.ofPrevious')} />}
      // The leads behind a number are those of the whole step: without the young ones there is no list of them.
      {...(search.mature ? {} : { onOpen: () => open({ step: step.key }) })}
    />
  );
}

export function Rate({ rate, of, more }: { rate: ShownStep['rate']; of: string; more?: string | undefined }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  if (!rate) return <>{t('people.noRate')}</>;
  return (
    <>
      <b>{format.percent(rate.value)}</b> {of}
      <br />
      {[format.percentRange(rate.low, rate.high), more].filter(Boolean).join(' · ')}
    </>
  );
}

function Median({ days }: { days: ShownStep['days'] }) {
  const { t } = useTranslation('report');
  const duration = useDuration();
  if (!days) return <>{t('people.noMedian')}</>;
  const words = t('people.quartiles', { from: duration(days.p25), to: duration(days.p75) });
  return (
    <Tooltip label={words}>
      <UnstyledButton className={classes.quartiles}>
        {t('people.median', { time: duration(days.median) })}
        <span className="hidden-visually">. {words}</span>
      </UnstyledButton>
    </Tooltip>
  );
}

type Here = Funnel['stillHere'][number];

/** Of how many it is known; null when that is hidden. */
const answeredOf = ({ due, noAnswer }: Here): number | null => (due === null || noAnswer === null ? null : due - noAnswer);

function StillHere({ here, of, before }: { here: Here; of: number; before: Here | undefined }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const threshold = useThreshold();
  const { months, count, notYetDue, noAnswer, rate } = here;
  const answered = answeredOf(here);
  const rest = [
    noAnswer ? t('people.noAnswer', { count: noAnswer, total: format.number(noAnswer) }) : '',
    notYetDue ? t('people.notYetDue', { count: notYetDue, total: format.number(notYetDue) }) : '',
  ].filter(Boolean);
  const words = answered === null ? t('people.hidden') : answered === 0 ? rest.join(' · ') || t('people.nobodyAsked') : null;
  return (
    <StepBar
      label={t('people.stillHere')}
      hint={t('people.afterMonths', { count: months })}
      count={answered === 0 ? null : count}
      suppressed={count === null}
      threshold={threshold}
      of={of}
      tone="result"
      {...(before && answeredOf(before) !== 0 ? { previous: before.count } : {})}
      aside={
        words ?? (
          <Rate
            rate={rate}
            of={t('people.ofAnswered', { count: answered ?? 0, total: format.number(answered ?? 0) })}
            more={rest.join(' · ')}
          />
        )
      }
    />
  );
}
