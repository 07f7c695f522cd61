/** A new contact form. */
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';
import { PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { showDone } from '../ui/toast.tsx';
import { FormEditor } from './form-editor.tsx';
import { newValues } from './form-values.ts';

export function NewFormPage() {
  const { t } = useTranslation('form');
  const { pagePath, locale, contactPersonId } = useRegion();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader crumb={<PageLink to={pagePath('/forms')}>{t('nav.forms')}</PageLink>} title={t('add')} />
      <FormEditor
        initial={newValues(locale === 'en' ? ['en'] : [locale, 'en'], contactPersonId)}
        onSaved={async ({ id }) => {
          showDone(t('do.saved'));
          await navigate({ to: pagePath(`/forms/${id}`) });
        }}
      />
    </>
  );
}
