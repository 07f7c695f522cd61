/** The door to the demo: loads it and shows how far it has come; who opens it meanwhile in another window sees the same bar. */
import { Button, Card, Progress, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Session } from '../../../src/access/session.schema.ts';
import { api } from '../app/api.ts';
import { setUpQuery } from '../app/set-up-state.ts';
import { Problem } from '../ui/problem.tsx';
import classes from './set-up.module.css';

const ASK_EVERY_MS = 400;

export function DemoDoor({ onLoaded }: { onLoaded: (session: Session) => void }) {
  const { t } = useTranslation('set-up');
  const load = useMutation({ mutationFn: () => api.post('/setup/demo', {}, Session, { anonymous: true }), onSuccess: onLoaded });
  const state = useQuery({ ...setUpQuery, staleTime: 0, refetchInterval: load.isPending ? ASK_EVERY_MS : false });
  const loading = load.isPending ? (state.data?.loading ?? { done: 0, total: 1 }) : null;

  return (
    <Card component="section" className={classes.door}>
      <Title order={2} size="h3">
        {t('demo.door')}
      </Title>
      <Text className={classes.words}>{t('demo.text')}</Text>
      <Problem error={load.error} title={t('demo.failed')} />
      {loading ? (
        <div>
          <Progress.Root size="lg">
            <Progress.Section value={(100 * loading.done) / loading.total} aria-label={t('demo.loading')} />
          </Progress.Root>
          <Text size="sm" c="dimmed" mt={6} role="status">
            {t('demo.loading')}
          </Text>
        </div>
      ) : (
        <Button fullWidth variant="default" onClick={() => load.mutate()}>
          {t('demo.open')}
        </Button>
      )}
    </Card>
  );
}
