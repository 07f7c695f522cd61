/** At sign-in: how many entries on this device wait for it; whose and what is not told before. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '@mantine/core';
import { IconCloudUp } from '@tabler/icons-react';
import { allEntries } from './entry.ts';

export function WaitingHint() {
  const { t } = useTranslation('offline');
  const [count, setCount] = useState(0);
  useEffect(() => void allEntries().then((entries) => setCount(entries.filter(({ refused }) => !refused).length)), []);
  if (count === 0) return null;
  return (
    <Alert color="lake" variant="light" icon={<IconCloudUp aria-hidden />} title={t('signIn', { count })} mb="md">
      {t('signInHint')}
    </Alert>
  );
}
