/** The funnel: from gross reach to people still here, where it leaks, and who or what the leads are credited to. */
import { useState } from 'react';
import type { DefinitionKey } from './definitions.ts';
import { DefinitionsDrawer } from './definitions-drawer.tsx';
import { FunnelReport } from './funnel-report.tsx';
import { FunnelViewProvider, useFunnelOfAddress } from './funnel-view.tsx';
import { FunnelWaiting } from './funnel-waiting.tsx';
import { ReportViewProvider } from './report-view.tsx';

export function FunnelPage() {
  const [defined, setDefined] = useState<DefinitionKey | null>(null);
  const view = useFunnelOfAddress(setDefined);
  if (!view) return <FunnelWaiting />;
  return (
    <ReportViewProvider value={view}>
      <FunnelViewProvider value={view}>
        <FunnelReport />
        <DefinitionsDrawer of="funnel" at={defined} onClose={() => setDefined(null)} />
      </FunnelViewProvider>
    </ReportViewProvider>
  );
}
