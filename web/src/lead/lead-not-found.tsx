/** A lead that is not there, or not for these eyes: the same calm words for both. */
import { IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';

export function LeadNotFound() {
  const { t } = useTranslation('lead');
  const { pagePath } = useRegion();
  return (
    <>
      <PageHeader title={t('missing.title')} />
      <EmptyState
        icon={<IconUserQuestion size={24} />}
        title={t('missing.heading')}
        text={t('missing.text')}
        action={<ButtonLink to={pagePath('/leads')}>{t('missing.back')}</ButtonLink>}
      />
    </>
  );
}
