/** Takes the demo away to start with one's own region. */
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { sessionQuery } from '../app/session.ts';
import { confirmed } from '../ui/confirm.tsx';
import { Panel } from '../ui/panel.tsx';
import { showFailed } from '../ui/toast.tsx';

export function DemoEnd() {
  const { t } = useTranslation('settings');
  const router = useRouter();
  const remove = useMutation({
    mutationFn: () => api.delete('/setup/demo'),
    onError: showFailed,
    onSuccess: async () => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, null);
      await router.navigate({ to: '/setup' });
    },
  });
  const ask = async () => {
    if (await confirmed({ title: t('demo.title'), text: t('demo.sure'), confirm: t('demo.remove'), danger: true })) remove.mutate();
  };
  return (
    <Panel title={t('demo.title')}>
      <Text mb="md">{t('demo.text')}</Text>
      <Button variant="default" loading={remove.isPending} onClick={() => void ask()}>
        {t('demo.remove')}
      </Button>
    </Panel>
  );
}
