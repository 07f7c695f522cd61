/** All parts of the coverage report in their places, and what stands there instead when there is nothing to show. */
import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Coverage } from '../../../src/report/coverage.schema.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { isBare } from './coverage-finding.ts';
import { CoverageSentence } from './coverage-sentence.tsx';
import classes from './coverage.module.css';
import { CoveredPanel } from './covered-panel.tsx';
import { COVERAGE_NOTES } from './definitions.ts';
import { EmptyReport } from './empty-report.tsx';
import { ExportMenu } from './export-menu.tsx';
import { HeardPanel } from './heard-panel.tsx';
import { OwnersPanel } from './owners-panel.tsx';
import { PrintHead, PrintNotes } from './print-parts.tsx';
import { Refused } from './refused.tsx';
import { ReportFilters } from './report-filters.tsx';
import { useReportView } from './report-view.tsx';
import { ResponsePanel } from './response-panel.tsx';
import { TipPanel } from './tip-panel.tsx';
import { COVERAGE, useCoverage } from './use-coverage.ts';

export function CoverageReport() {
  const { t } = useTranslation('coverage');
  const { query, comparison } = useReportView();
  const report = useCoverage();
  const data = report.isError ? undefined : report.data;
  const bare = data !== undefined && isBare(data);
  return (
    <>
      <PageHeader
        title={t('nav.coverage')}
        sentence={report.isError ? t('sentence.failed', { ns: 'report' }) : <CoverageSentence report={data} />}
        actions={!bare && !report.isError && <ExportMenu path={COVERAGE} query={{ ...query, ...comparison }} />}
      />
      <PrintHead compared={data?.previous?.period} />
      <ReportFilters />
      {report.isError ? (
        <Refused error={report.error} onRetry={() => void report.refetch()} />
      ) : bare ? (
        <EmptyReport bare title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <div
          className={classes.report}
          data-stale={report.isPlaceholderData || undefined}
          aria-busy={report.isPending || report.isPlaceholderData}
        >
          <CoveredPanel report={data} />
          <Leads report={data} />
          <PrintNotes notes={COVERAGE_NOTES} />
        </div>
      )}
    </>
  );
}

/** What is about leads: not there without any, and explained where all of it is hidden. */
function Leads({ report }: { report: Coverage | undefined }) {
  const { t } = useTranslation('report');
  if (report?.leads.created === 0) return <EmptyReport title={t('empty.none')} text={t('empty.noneText')} />;
  if (report?.leads.created === null) {
    return (
      <Alert color="lake" variant="light" icon={<IconInfoCircle aria-hidden />} title={t('hidden.title')}>
        {t('hidden.text')}
      </Alert>
    );
  }
  return (
    <>
      <TipPanel report={report} />
      <div className={classes.grid}>
        <div className={classes.column}>
          <ResponsePanel report={report} />
          <OwnersPanel report={report} />
        </div>
        <HeardPanel report={report} />
      </div>
    </>
  );
}
