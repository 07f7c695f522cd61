/** The two doors of the first visit: one's own region, or a look around in the Koillismaa demo. */
import { Button, Card, SimpleGrid, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../src/access/session.schema.ts';
import { BarePage } from '../app/bare-page.tsx';
import { sessionQuery } from '../app/session.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { DemoDoor } from './demo-door.tsx';
import { NewRegionForm } from './new-region-form.tsx';
import classes from './set-up.module.css';

export function SetUpPage() {
  const { t } = useTranslation('set-up');
  const [own, setOwn] = useState(false);
  const queryClient = useQueryClient();
  const router = useRouter();
  const enter = (session: Session) => {
    queryClient.clear();
    queryClient.setQueryData(sessionQuery.queryKey, session);
    void router.navigate({ to: '/' });
  };

  if (own) {
    return (
      <BarePage width={640}>
        <PageHeader title={t('own.title')} sentence={t('own.sentence')} />
        <NewRegionForm onMade={enter} onBack={() => setOwn(false)} />
      </BarePage>
    );
  }
  return (
    <BarePage width={880}>
      <PageHeader title={t('title')} sentence={t('sentence')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <Card component="section" className={classes.door}>
          <Title order={2} size="h3">
            {t('own.door')}
          </Title>
          <Text className={classes.words}>{t('own.text')}</Text>
          <Button fullWidth onClick={() => setOwn(true)}>
            {t('own.open')}
          </Button>
        </Card>
        <DemoDoor onLoaded={enter} />
      </SimpleGrid>
    </BarePage>
  );
}
