/** How the figures of an activity are counted, each in a sentence or two. */
import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SideDrawer } from '../ui/side-drawer.tsx';

const FIGURES = ['reach', 'views', 'clicks', 'leads', 'visiting', 'outcomes', 'cost'] as const;

interface Props {
  opened: boolean;
  onClose: () => void;
  lookbackDays: number;
}

export function CountedDrawer({ opened, onClose, lookbackDays }: Props) {
  const { t } = useTranslation('activity');
  return (
    <SideDrawer opened={opened} onClose={onClose} title={t('do.howCounted')}>
      <Stack gap="md" component="dl" m={0}>
        {FIGURES.map((figure) => (
          <div key={figure}>
            <dt>
              <b>{t(`counted.${figure}`)}</b>
            </dt>
            <dd style={{ margin: 0 }}>{t(`counted.${figure}Text`, { days: lookbackDays })}</dd>
          </div>
        ))}
      </Stack>
    </SideDrawer>
  );
}
