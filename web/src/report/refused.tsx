/** Stands where a report would be that could not be had, or that one may not ask for. */
import { Alert, Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../app/problem.ts';
import { Problem } from '../ui/problem.tsx';
import { useReportView } from './report-view.tsx';

/** What one may not ask for is explained, not scolded: the way on is to take that filter off. */
export function Refused({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('report');
  const { search, change } = useReportView();
  if (!(error instanceof ApiProblem && error.status === 403 && (search.contactPerson || search.owner))) {
    return <Problem error={error} onRetry={onRetry} />;
  }
  return (
    <Alert color="lake" variant="light" icon={<IconInfoCircle aria-hidden />} title={t('refused.title')}>
      {t('refused.text')}
      <div>
        <Button variant="default" size="sm" mt="sm" onClick={() => change({ contactPerson: undefined, owner: undefined })}>
          {t('refused.takeOff')}
        </Button>
      </div>
    </Alert>
  );
}
