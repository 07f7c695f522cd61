/** The funnel: from gross reach to people still here, where it leaks, and who or what the leads are credited to. */
import { useState } from 'react';
import type { DefinitionKey } from './definitions.ts';
import { DefinitionsDrawer } from './definitions-drawer.tsx';
import { FunnelReport } from './funnel-report.tsx';
import { FunnelViewProvider, useViewOfAddress } from './funnel-view.tsx';
import { FunnelWaiting } from './funnel-waiting.tsx';

export function FunnelPage() {
  const [defined, setDefined] = useState<DefinitionKey | null>(null);
  const view = useViewOfAddress(setDefined);
  if (!view) return <FunnelWaiting />;
  return (
    <FunnelViewProvider value={view}>
      <FunnelReport />
      <DefinitionsDrawer at={defined} onClose={() => setDefined(null)} />
    </FunnelViewProvider>
  );
}
