/** Contact coverage: how much of the work ran while nobody was there to answer, and what leads met at the tip of the funnel. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './coverage.module.css';
import { CoverageReport } from './coverage-report.tsx';
import { useCoverageOfAddress } from './coverage-view.tsx';
import type { DefinitionKey } from './definitions.ts';
import { DefinitionsDrawer } from './definitions-drawer.tsx';
import { ReportViewProvider } from './report-view.tsx';
import { ReportWaiting } from './report-waiting.tsx';

export function CoveragePage() {
  const { t } = useTranslation('coverage');
  const [defined, setDefined] = useState<DefinitionKey | null>(null);
  const view = useCoverageOfAddress(setDefined);
  if (!view) return <ReportWaiting title={t('nav.coverage')} sentence={46} panels={[262, 139]} pair={620} grid={classes.grid} />;
  return (
    <ReportViewProvider value={view}>
      <CoverageReport />
      <DefinitionsDrawer of="coverage" at={defined} onClose={() => setDefined(null)} />
    </ReportViewProvider>
  );
}
