/** The funnel: from gross reach to people still here, where it leaks, and who or what the leads are credited to. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionKey } from './definitions.ts';
import { DefinitionsDrawer } from './definitions-drawer.tsx';
import { FunnelReport } from './funnel-report.tsx';
import classes from './funnel-report.module.css';
import { FunnelViewProvider, useFunnelOfAddress } from './funnel-view.tsx';
import { ReportViewProvider } from './report-view.tsx';
import { ReportWaiting } from './report-waiting.tsx';

export function FunnelPage() {
  const { t } = useTranslation('report');
  const [defined, setDefined] = useState<DefinitionKey | null>(null);
  const view = useFunnelOfAddress(setDefined);
  if (!view) return <ReportWaiting title={t('nav.funnel')} sentence={18} panels={[139]} pair={520} grid={classes.grid} />;
  return (
    <ReportViewProvider value={view}>
      <FunnelViewProvider value={view}>
        <FunnelReport />
        <DefinitionsDrawer of="funnel" at={defined} onClose={() => setDefined(null)} />
      </FunnelViewProvider>
    </ReportViewProvider>
  );
}
