/** All parts of the funnel in their places, and what stands there instead when there is nothing, or too little, to show. */
import { Alert, Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Funnel } from '../../../src/report/funnel.schema.ts';
import { ApiProblem } from '../app/problem.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { BehindDrawer } from './behind-drawer.tsx';
import { BreakdownPanel } from './breakdown-panel.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FunnelFilters } from './funnel-filters.tsx';
import classes from './funnel-report.module.css';
import { hasFilters } from './funnel-search.ts';
import { FunnelSentence } from './funnel-sentence.tsx';
import { useFunnelView } from './funnel-view.tsx';
import { LeaksPanel } from './leaks-panel.tsx';
import { NoLeads } from './no-leads.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { PrintHead, PrintNotes } from './print-parts.tsx';
import { SeenPanel } from './seen-panel.tsx';
import { hasReach } from './shown.ts';
import { TrendPanel } from './trend-panel.tsx';
import { useFunnel } from './use-funnel.ts';

export function FunnelReport() {
  const { t } = useTranslation('report');
  const { search } = useFunnelView();
  const report = useFunnel();
  const data = report.isError ? undefined : report.data;
  const isBare = data !== undefined && data.cohort.leads === 0 && !hasReach(data) && !hasFilters(search);
  return (
    <>
      <PageHeader
        title={t('nav.funnel')}
        sentence={report.isError ? t('sentence.failed') : <FunnelSentence report={data} />}
        actions={!isBare && !report.isError && <ExportMenu />}
      />
      <PrintHead report={data} />
      <FunnelFilters />
      {report.isError ? (
        <Refused error={report.error} onRetry={() => void report.refetch()} />
      ) : isBare ? (
        <NoLeads bare />
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
  if (report && report.cohort.leads === 0) return <NoLeads />;
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
      <PrintNotes />
    </>
  );
}

/** What one may not ask for is explained, not scolded: the way on is to take that filter off. */
function Refused({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('report');
  const { search, change } = useFunnelView();
  if (!(error instanceof ApiProblem && error.status === 403 && (search.contactPerson || search.owner))) {
    return <Problem error={error} onRetry={onRetry} />;
  }
  return (
    <Alert color="lake" variant="light" icon={<IconInfoCircle aria-hidden />} title={t('refused.title')}>
      {t('refused.text')}
      <div>
        <Button variant="default" size="sm" mt="sm" onClick={() => change({ contactPerson: undefined, owner: undefined })}>
          {t('refused.takeOff')}
        </Button>
      </div>
    </Alert>
  );
}
