/** What belongs to the user herself: language, appearance, reminders, the accessibility statement, signing out. */
import { Button, Stack, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReminderField } from '../mail/reminder-field.tsx';
import { forgetAnswers } from '../offline/kept-answer.ts';
import { mayForget } from '../offline/sign-out.tsx';
import { PageLink } from '../ui/link.tsx';
import { Problem } from '../ui/problem.tsx';
import { api } from './api.ts';
import { AppearanceSwitch } from './appearance-switch.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { useRegion } from './region.tsx';
import { sessionQuery } from './session.ts';

export function AccountPanel() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { user } = useRegion();
  const [error, setError] = useState<unknown>(null);
  const signOut = async () => {
    try {
      if (!(await mayForget(user.id))) return;
      await api.delete('/session');
      await forgetAnswers();
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, null);
      await router.navigate({ to: '/sign-in' });
    } catch (caught) {
      setError(caught);
    }
  };
  return (
    <Stack gap="sm">
      <div>
        <Text size="sm" c="dimmed" mb={4}>
          {t('shell.language')}
        </Text>
        <LanguageSwitch fullWidth />
      </div>
      <div>
        <Text size="sm" c="dimmed" mb={4}>
          {t('shell.appearance')}
        </Text>
        <AppearanceSwitch />
      </div>
      <ReminderField />
      <Text size="sm">
        <PageLink to="/accessibility">{t('shell.accessibility')}</PageLink>
      </Text>
      <Problem error={error} />
      <Button variant="default" leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void signOut()}>
        {t('shell.signOut')}
      </Button>
    </Stack>
  );
}
