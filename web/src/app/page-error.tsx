/** What a page shows when it failed: why, and the way to try again; the rest of the shell stays usable. */
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';

export function PageError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <>
      <PageHeader title={t('problem.unexpected')} />
      <Problem error={error} onRetry={retry} />
    </>
  );
}
