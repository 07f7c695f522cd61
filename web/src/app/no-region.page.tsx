/** For a user who belongs to no region yet, or whose region has no page for her. */
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header.tsx';
import { AccountPanel } from './account-panel.tsx';
import { BarePage } from './bare-page.tsx';
import { useRegionIfAny } from './region.tsx';

export function NoRegionPage() {
  const { t } = useTranslation();
  const header = <PageHeader title={t('noRegion.title')} sentence={t('noRegion.text')} />;
  if (useRegionIfAny()) return header;
  return (
    <BarePage>
      {header}
      <AccountPanel />
    </BarePage>
  );
}
