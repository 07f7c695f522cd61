/** All parts of the funnel in their places, and what stands there instead when there is nothing, or too little, to show. */
import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Funnel } from '../../../src/report/funnel.schema.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { BehindDrawer } from './behind-drawer.tsx';
import { BreakdownPanel } from './breakdown-panel.tsx';
import { FUNNEL_NOTES } from './definitions.ts';
import { EmptyReport } from './empty-report.tsx';
import { ExportMenu } from './export-menu.tsx';
import classes from './funnel-report.module.css';
import { usual } from './funnel-search.ts';
import { FunnelSentence } from './funnel-sentence.tsx';
import { useFunnelView } from './funnel-view.tsx';
import { LeaksPanel } from './leaks-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { PrintHead, PrintNotes } from './print-parts.tsx';
import { Refused } from './refused.tsx';
import { ReportFilters } from './report-filters.tsx';
import { hasFilters } from './report-search.ts';
import { SeenPanel } from './seen-panel.tsx';
import { hasReach } from './shown.ts';
import { TrendPanel } from './trend-panel.tsx';
import { REPORT, useFunnel } from './use-funnel.ts';
import { useWindowWords, WindowChip } from './window-chip.tsx';

export function FunnelReport() {
  const { t } = useTranslation('report');
  const { search, query, comparison, model } = useFunnelView();
  const windowWords = useWindowWords();
  const report = useFunnel();
  const data = report.isError ? undefined : report.data;
  const isBare = data !== undefined && data.cohort.leads === 0 && !hasReach(data) && !hasFilters(search);
  return (
    <>
      <PageHeader
        title={t('nav.funnel')}
        sentence={report.isError ? t('sentence.failed') : <FunnelSentence report={data} />}
        actions={
          !isBare && !report.isError && <ExportMenu path={REPORT} query={{ ...query, ...comparison, by: search.by ?? usual.by, model }} />
        }
      />
      <PrintHead compared={data?.previous?.cohort} more={[[t('window.label'), windowWords]]} />
      <ReportFilters end={<WindowChip />} />
      {report.isError ? (
        <Refused error={report.error} onRetry={() => void report.refetch()} />
      ) : isBare ? (
        <EmptyReport bare title={t('empty.bare')} text={t('empty.bareText')} />
      ) : (
        <div
          className={classes.report}
          data-stale={report.isPlaceholderData || undefined}
          aria-busy={report.isPending || report.isPlaceholderData}
        >
          <SeenPanel report={data} />
          <Lower report={data} />
        </div>
      )}
      <BehindDrawer />
    </>
  );
}

function Lower({ report }: { report: Funnel | undefined }) {
  const { t } = useTranslation('report');
  if (report && report.cohort.leads === 0) return <EmptyReport title={t('empty.none')} text={t('empty.noneText')} />;
  const isHidden = report !== undefined && report.cohort.leads === null;
  return (
    <>
      {isHidden && (
        <Alert color="lake" variant="light" icon={<IconInfoCircle aria-hidden />} title={t('hidden.title')} mb={18}>
          {t('hidden.text')}
        </Alert>
      )}
      <div className={classes.grid}>
        <PeoplePanel report={report} />
        <LeaksPanel report={report} className={classes.leaks} />
        {!isHidden && <TrendPanel />}
      </div>
      {!isHidden && <BreakdownPanel />}
      <PrintNotes notes={FUNNEL_NOTES} />
    </>
  );
}
