/** Says at the top of a lead's page that the person is not contacted, why, and until when. */
import { Alert } from '@mantine/core';
import { IconPhoneOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Restriction } from '../../../src/lead/person.schema.ts';
import { useFormat } from '../app/format.ts';

export function ContactStopped({ restriction }: { restriction: Restriction | null }) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  if (!restriction) return null;
  const { because, until } = restriction;
  return (
    <Alert color="warm" mb={18} title={t('stopped.title')} icon={<IconPhoneOff aria-hidden />}>
      {t(`stopped.${because}`, { day: until ? format.day(until) : '–' })}
    </Alert>
  );
}
