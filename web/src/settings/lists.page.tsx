/** The region's own words: channels, reasons for lost, and answers to 'How did you hear of us?'. */
import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OptionList } from './option-list.tsx';
import { SettingsFrame } from './settings-frame.tsx';

export function ListsPage() {
  const { t } = useTranslation('settings');
  return (
    <SettingsFrame page="lists">
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing={18}>
        <OptionList path="/channels" title={t('word.channels')} known="channel" />
        <OptionList path="/lost-reasons" title={t('lists.lostReasons')} known="lostReason" />
        <OptionList path="/heard-from-options" title={t('lists.heardFrom')} />
      </SimpleGrid>
    </SettingsFrame>
  );
}
