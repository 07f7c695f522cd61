/** Where it leaks at the tip of the funnel, in one or two sentences. */
import { Skeleton } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import type { CoverageBody } from '../../../src/report/coverage.schema.ts';
import { useFormat } from '../app/format.ts';
import { coverageFinding, type Gap, isBare, type Response } from './coverage-finding.ts';
import { useHours } from './coverage-words.ts';
import { hasFilters } from './report-search.ts';
import { useReportView } from './report-view.tsx';

const bold = { b: <b /> };

export function CoverageSentence({ report }: { report: CoverageBody | undefined }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const { search } = useReportView();
  if (!report) return <Skeleton component="span" display="block" h={46} w="min(34rem, 100%)" my={4} radius="sm" />;
  if (isBare(report)) return <>{t(hasFilters(search) ? 'sentence.noneFiltered' : 'sentence.nothing')}</>;
  const { gap, response, withoutOwner } = coverageFinding(report);
  return (
    <>
      {gap && <GapWords gap={gap} />} <ResponseWords response={response} />
      {withoutOwner > 0 && (
        <>
          {' '}
          <Trans
            t={t}
            i18nKey="sentence.withoutOwner"
            count={withoutOwner}
            values={{ total: format.number(withoutOwner) }}
            components={bold}
          />
        </>
      )}
    </>
  );
}

function GapWords({ gap }: { gap: Gap }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  if (gap.kind === 'before') return <>{t('sentence.before')}</>;
  if (gap.kind === 'none') return <>{t(`sentence.allCovered.${gap.measure}`)}</>;
  return <Trans t={t} i18nKey={`sentence.gap.${gap.measure}`} values={{ share: format.percent(gap.share) }} components={bold} />;
}

function ResponseWords({ response }: { response: Response | null }) {
  const { t } = useTranslation('coverage');
  const format = useFormat();
  const hours = useHours();
  if (response === null) return <>{t('sentence.noLeads')}</>;
  switch (response.kind) {
    case 'hidden':
      return <>{t('sentence.hidden')}</>;
    case 'waiting':
      return <Trans t={t} i18nKey="sentence.waiting" components={bold} />;
    case 'median':
      return (
        <Trans
          t={t}
          i18nKey={response.hours < 1 ? 'sentence.medianUnderHour' : 'sentence.median'}
          values={{ time: hours(response.hours) }}
          components={bold}
        />
      );
    case 'few':
      return (
        <>
          <Trans t={t} i18nKey="sentence.few" count={response.leads} values={{ leads: format.number(response.leads) }} components={bold} />{' '}
          {response.late > 0 && t('sentence.fewLate', { count: response.late, late: format.number(response.late) })}
        </>
      );
  }
}
