/** Says at the top of a lead's page that its personal data was erased, when, and what is left. */
import { Alert } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';

export function ErasedNotice({ at }: { at: string }) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  return (
    <Alert color="gray" mb={18} title={t('is.erased', { day: format.day(format.dayOf(at)) })} icon={<IconEraser aria-hidden />}>
      {t('is.erasedLeft')}
    </Alert>
  );
}
