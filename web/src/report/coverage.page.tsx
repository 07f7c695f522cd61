/** Contact coverage: how much of the work ran while nobody was there to answer, and what leads met at the tip of the funnel. */
import { useState } from 'react';
import { CoverageReport } from './coverage-report.tsx';
import { useCoverageOfAddress } from './coverage-view.tsx';
import { CoverageWaiting } from './coverage-waiting.tsx';
import type { DefinitionKey } from './definitions.ts';
import { DefinitionsDrawer } from './definitions-drawer.tsx';
import { ReportViewProvider } from './report-view.tsx';

export function CoveragePage() {
  const [defined, setDefined] = useState<DefinitionKey | null>(null);
  const view = useCoverageOfAddress(setDefined);
  if (!view) return <CoverageWaiting />;
  return (
    <ReportViewProvider value={view}>
      <CoverageReport />
      <DefinitionsDrawer of="coverage" at={defined} onClose={() => setDefined(null)} />
    </ReportViewProvider>
  );
}
