/** What all rows of many activities have in common: kind, channel, contact person, municipalities. */
import { Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { KINDS } from '../../../src/activity/activity.schema.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { useContactPersonOptions } from '../lead/contact-persons.ts';
import { ContactPersonPicker } from '../ui/contact-person-picker.tsx';
import { MunicipalitiesPicker } from '../ui/municipality-picker.tsx';
import { Panel } from '../ui/panel.tsx';
import type { CommonValues } from './bulk-activity.ts';
import { useChannelChoices } from './channels.ts';

interface Props {
  value: CommonValues;
  onChange: (value: CommonValues) => void;
}

export function BulkCommon({ value, onChange }: Props) {
  const { t } = useTranslation('activity-bulk');
  const channels = useChannelChoices();
  const municipalities = useMunicipalities();
  const people = useContactPersonOptions();
  const set = (change: Partial<CommonValues>) => onChange({ ...value, ...change });
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('do.clear') } };
  return (
    <Panel title={t('common.title')} note={t('common.note')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('field.kind')}
          data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          value={value.kind}
          onChange={(kind) => set({ kind: kind as CommonValues['kind'] })}
          {...clear}
        />
        <Select
          label={t('field.channel')}
          data={channels.choices}
          value={value.channel}
          onChange={(channel) => set({ channel })}
          {...clear}
        />
        <ContactPersonPicker
          options={people}
          value={value.contactPersonId}
          onChange={(contactPersonId) => set({ contactPersonId })}
          {...clear}
        />
        <MunicipalitiesPicker
          label={t('word.municipalities')}
          options={municipalities.options}
          first={municipalities.first}
          value={value.municipalities}
          onChange={(chosen) => set({ municipalities: chosen })}
        />
      </SimpleGrid>
    </Panel>
  );
}
