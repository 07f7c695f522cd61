/** What all rows of the bulk log have in common: where they were met, what they want, where to, whose they are, when. */
import { Checkbox, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { INTENTS, type Intent } from '../../../src/lead/pipeline.schema.ts';
import { useFormat } from '../app/format.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { ContactPersonPicker } from '../ui/contact-person-picker.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { MunicipalityPicker } from '../ui/municipality-picker.tsx';
import { Panel } from '../ui/panel.tsx';
import { type CommonValues, haveTalked } from './bulk-lead.ts';
import { useContactPersonOptions } from './contact-persons.ts';
import { howAt, isEvent } from './met-at.ts';
import { MetAtField } from './met-at-field.tsx';

interface Props {
  value: CommonValues;
  onChange: (value: CommonValues) => void;
}

export function BulkCommon({ value, onChange }: Props) {
  const { t } = useTranslation(['lead-bulk', 'lead']);
  const format = useFormat();
  const municipalities = useMunicipalities();
  const people = useContactPersonOptions();
  const set = (change: Partial<CommonValues>) => onChange({ ...value, ...change });
  // Guidance and the like are talking: there is nothing to ask.
  const isService = value.met?.by === 'activity' && !isEvent(value.met.kind) && howAt(value.met.kind) === 'conversation';
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('do.clear') } };
  return (
    <Panel title={t('common.title')} note={t('common.note')}>
      <Stack gap="md">
        <MetAtField label={t('lead:new.metAt')} value={value.met} onChange={(met) => set({ met, talked: null })} />
        {!isService && (
          <Checkbox
            label={t('lead:new.talked')}
            description={t('common.talkedHint')}
            checked={haveTalked(value)}
            onChange={(event) => set({ talked: event.currentTarget.checked })}
          />
        )}
        <ChoiceChips
          label={t('field.intent')}
          choices={INTENTS.map((intent) => ({ value: intent, label: t(`intent.${intent}`) }))}
          value={value.intent}
          onChange={(intent) => set({ intent: intent as Intent })}
        />
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <MunicipalityPicker
            label={t('lead:wantsTo')}
            options={municipalities.options}
            first={municipalities.first}
            value={value.municipality}
            onChange={(municipality) => set({ municipality })}
            {...clear}
          />
          <ContactPersonPicker
            label={t('word.owner')}
            options={people}
            value={value.contactPersonId}
            onChange={(contactPersonId) => set({ contactPersonId })}
            {...clear}
          />
          <DayInput label={t('lead:new.on')} maxDate={format.dayOf()} value={value.on} onChange={(on) => set({ on })} {...clear} />
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}
