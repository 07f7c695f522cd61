/** The one sentence that says what matters, from the numbers and only as far as they carry it. */
import { Skeleton } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import type { Funnel } from '../../../src/report/funnel.schema.ts';
import { useFormat } from '../app/format.ts';
import { useLostReasons } from '../lead/lead-options.ts';
import { type Finding, findingOf, type Leak } from './finding.ts';
import { hasFilters } from './report-search.ts';
import { useFunnelView } from './funnel-view.tsx';
import { hasReach } from './shown.ts';
import { useOnePipeline, useSeveralPipelines, useStepName } from './step-names.ts';

const RESULTS = ['talent', 'entrepreneurship', 'remote'];

export function FunnelSentence({ report }: { report: Funnel | undefined }) {
  const { search } = useFunnelView();
  if (!report) return <Skeleton component="span" display="block" h={18} w="min(34rem, 100%)" my={4} radius="sm" />;
  const finding = findingOf(report, search.mature === true);
  return finding.kind === 'enough' ? <Enough finding={finding} /> : <Other finding={finding} report={report} />;
}

const bold = { b: <b /> };

function Other({ finding, report }: { finding: Exclude<Finding, { kind: 'enough' }>; report: Funnel }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const { search } = useFunnelView();
  if (finding.kind === 'hidden') return <>{t('sentence.hidden')}</>;
  if (finding.kind === 'none')
    return <>{t(hasFilters(search) ? 'sentence.noneFiltered' : hasReach(report) ? 'sentence.none' : 'sentence.nothing')}</>;
  const { leads, won } = finding;
  return (
    <>
      <Trans t={t} i18nKey="sentence.few" count={leads} values={{ leads: format.number(leads) }} components={bold} />{' '}
      {won !== null && won > 0 && `${t('sentence.fewWon', { count: won, won: format.number(won) })} `}
      {t('sentence.tooFew')}
    </>
  );
}

function Enough({ finding: { leads, won, leak, change } }: { finding: Extract<Finding, { kind: 'enough' }> }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const pipeline = useOnePipeline();
  const several = useSeveralPipelines();
  const result = !several && pipeline && RESULTS.includes(pipeline) ? pipeline : 'other';
  return (
    <>
      {won !== null && (
        <Trans
          t={t}
          i18nKey={`sentence.won.${result}`}
          count={won}
          values={{ leads: format.number(leads), won: format.number(won) }}
          components={bold}
        />
      )}{' '}
      {change && `${t(`sentence.${change}`)} `}
      {leak && <LeakWords leak={leak} />}
    </>
  );
}

function LeakWords({ leak: { next, count, of, open, reason } }: { leak: Leak }) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const reasons = useLostReasons();
  const { name } = useStepName();
  const mostlyOpen = open !== null && open > count / 2;
  const tail = mostlyOpen
    ? t('sentence.leakOpen', { count: open, total: format.number(open) })
    : reason
      ? t('sentence.leakReason', { reason: reasons.name(reason.key), total: format.number(reason.count) })
      : '';
  return (
    <>
      <Trans
        t={t}
        i18nKey="sentence.leak"
        count={count}
        values={{ next: name(next), total: format.number(count), of: format.number(of) }}
        components={bold}
      />
      {tail}.
    </>
  );
}
