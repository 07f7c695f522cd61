/** The page for an address that leads nowhere. */
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { BarePage } from './bare-page.tsx';
import { useRegionIfAny } from './region.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  const content = (
    <>
      <PageHeader title={t('notFound.title')} sentence={t('notFound.text')} />
      <ButtonLink to="/">{t('notFound.home')}</ButtonLink>
    </>
  );
  return useRegionIfAny() ? content : <BarePage>{content}</BarePage>;
}
