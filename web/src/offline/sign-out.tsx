/** Asks before signing out what becomes of entries that are not sent: they hold people's details. */
import { Button, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import i18next from 'i18next';
import { entriesOf, removeEntry } from './entry.ts';
import { sendWaiting } from './sending.ts';
import type { Entry } from './store.ts';

type Answer = 'keep' | 'drop' | 'stay';

/** Sends what can be sent; asks about the rest, and deletes it where that is chosen. False: she stays signed in. */
export async function mayForget(userId: string): Promise<boolean> {
  if ((await entriesOf(userId)).length === 0) return true;
  await sendWaiting();
  const entries = await entriesOf(userId);
  if (entries.length === 0) return true;
  const answer = await asked(entries);
  if (answer === 'drop') for (const { id } of entries) await removeEntry(id);
  return answer !== 'stay';
}

function asked(entries: readonly Entry[]): Promise<Answer> {
  const t = i18next.getFixedT(null, 'offline');
  return new Promise((resolve) => {
    const choose = (answer: Answer) => {
      resolve(answer);
      modals.close(id);
    };
    const id = modals.open({
      title: t('signOut.title', { count: entries.length }),
      closeButtonProps: { 'aria-label': i18next.t('do.close') },
      onClose: () => resolve('stay'),
      children: (
        <Stack gap="sm">
          <Text>{t('signOut.text')}</Text>
          <Button onClick={() => choose('keep')} data-autofocus>
            {t('signOut.keep')}
          </Button>
          <Button variant="default" c="var(--bad)" onClick={() => choose('drop')}>
            {t('signOut.drop')}
          </Button>
          <Button variant="subtle" onClick={() => choose('stay')}>
            {i18next.t('do.cancel')}
          </Button>
        </Stack>
      ),
    });
  });
}
