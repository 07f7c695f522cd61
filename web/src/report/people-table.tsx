/** The steps of the funnel as a table, with everything that the bars leave out. */
import { useTranslation } from 'react-i18next';
import type { Funnel } from '../../../src/report/funnel.schema.ts';
import { useFormat } from '../app/format.ts';
import { useFunnelView } from './funnel-view.tsx';
import { OpenNumber } from './open-number.tsx';
import { type ShownStep, shownSteps } from './shown.ts';
import { useStepName } from './step-names.ts';
import { useDuration } from './use-duration.ts';
import { useThreshold } from './use-threshold.ts';
import { numeric, quiet, WideTable } from './wide-table.tsx';

export function PeopleTable({ report }: { report: Funnel }) {
  const { t } = useTranslation('report');
  const { search } = useFunnelView();
  const compared = Boolean(report.previous);
  const steps = shownSteps(report, search.mature === true);
  const heads = ['leads', ...(compared ? ['before'] : []), 'ofPrevious', 'ofFirst', 'median', 'quartiles'];
  return (
    <WideTable caption={t('people.title')}>
      <thead>
        <tr>
          <th scope="col">{t('field.stage')}</th>
          {heads.map((head) => (
            <th key={head} scope="col" className={numeric}>
              {t(`table.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <StepRow key={step.key} step={step} compared={compared} />
        ))}
      </tbody>
      <tbody>
        {report.stillHere.map((here, at) => (
          <StillHereRow key={here.months} here={here} before={compared ? (report.previous?.stillHere[at] ?? null) : undefined} />
        ))}
      </tbody>
    </WideTable>
  );
}

function RateCell({ rate }: { rate: ShownStep['rate'] }) {
  const format = useFormat();
  return (
    <td className={numeric}>
      {format.percent(rate?.value)}
      {rate && <small>{format.percentRange(rate.low, rate.high)}</small>}
    </td>
  );
}

function StepRow({ step, compared }: { step: ShownStep; compared: boolean }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const duration = useDuration();
  const threshold = useThreshold();
  const { name } = useStepName();
  const { open, search } = useFunnelView();
  const count = format.count(step.count, true, threshold);
  return (
    <tr>
      <th scope="row">{name(step)}</th>
      <td className={numeric}>
        {search.mature ? (
          count
        ) : (
          <OpenNumber label={`${name(step)}: ${count}. ${t('leads.show')}`} onOpen={() => open({ step: step.key })}>
            {count}
          </OpenNumber>
        )}
      </td>
      {compared && <td className={numeric}>{format.count(step.previous, step.previous === null, threshold)}</td>}
      <RateCell rate={step.rate} />
      <RateCell rate={step.rateFromFirst} />
      <td className={numeric}>{step.days ? duration(step.days.median) : format.count(null)}</td>
      <td className={numeric}>{step.days ? `${duration(step.days.p25)} – ${duration(step.days.p75)}` : format.count(null)}</td>
    </tr>
  );
}

type Here = Funnel['stillHere'][number];

function StillHereRow({ here, before }: { here: Here; before: Here | null | undefined }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const threshold = useThreshold();
  const { months, count, due, notYetDue, noAnswer } = here;
  const answered = due === null || noAnswer === null ? null : due - noAnswer;
  const parts = [
    answered !== null && t('people.ofAnswered', { count: answered, total: format.number(answered) }),
    noAnswer ? t('people.noAnswer', { count: noAnswer, total: format.number(noAnswer) }) : null,
    notYetDue ? t('people.notYetDue', { count: notYetDue, total: format.number(notYetDue) }) : null,
  ].filter((part) => typeof part === 'string');
  return (
    <tr className={quiet}>
      <th scope="row">
        {t('people.stillHere')} {t('people.afterMonths', { count: months })}
        <small>{answered === null ? t('people.hidden') : parts.join(' · ')}</small>
      </th>
      <td className={numeric}>{format.count(count, true, threshold)}</td>
      {before !== undefined && <td className={numeric}>{format.count(before?.count, before?.suppressed === true, threshold)}</td>}
      <RateCell rate={here.rate} />
      <td className={numeric}>{format.count(null)}</td>
      <td className={numeric}>{format.count(null)}</td>
      <td className={numeric}>{format.count(null)}</td>
    </tr>
  );
}
