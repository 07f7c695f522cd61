/** What the quick log asks only when there is time: where to, from where, age, how they heard of us, when, in more words. */
import { Button, Collapse, Select, SimpleGrid, Stack, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AGE_CLASSES } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { CountryPicker } from '../ui/country-picker.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { MunicipalityPicker } from '../ui/municipality-picker.tsx';
import { useHeardFrom } from './lead-options.ts';
import type { NewLeadValues } from './new-lead-form.ts';

export function MoreFacts({ form }: { form: UseFormReturnType<NewLeadValues> }) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const id = useId();
  const { municipality, origin, ageClass, heardFrom, on, note } = form.values;
  const filled = [municipality, origin, ageClass, heardFrom[0], on, note.trim()].filter(Boolean).length;
  const [opened, { toggle }] = useDisclosure(filled > 0);
  const municipalities = useMunicipalities();
  const heard = useHeardFrom();
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('do.clear') } };
  return (
    <div>
      <Button
        variant="subtle"
        ml={-12}
        px={12}
        aria-expanded={opened}
        aria-controls={id}
        onClick={toggle}
        rightSection={<IconChevronDown size={16} aria-hidden style={{ transform: opened ? 'rotate(180deg)' : undefined }} />}
      >
        {filled > 0 && !opened ? t('new.moreFilled', { count: filled }) : t('new.more')}
      </Button>
      <Collapse expanded={opened} id={id}>
        <Stack gap="md" pt="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            <MunicipalityPicker
              label={t('wantsTo')}
              options={municipalities.options}
              first={municipalities.first}
              {...clear}
              {...form.getInputProps('municipality')}
            />
            <CountryPicker label={t('origin')} {...clear} {...form.getInputProps('origin')} />
            <Select
              label={t('ageClass')}
              data={AGE_CLASSES.map((value) => ({ value, label: t(`age.${value}`) }))}
              {...clear}
              {...form.getInputProps('ageClass')}
            />
            <DayInput label={t('new.on')} maxDate={format.dayOf()} {...clear} {...form.getInputProps('on')} />
          </SimpleGrid>
          <ChoiceChips
            multiple
            label={t('word.heardFrom')}
            choices={heard.choices}
            value={heardFrom}
            onChange={(value) => form.setFieldValue('heardFrom', value)}
          />
          <Textarea
            label={t('word.note')}
            description={t('new.noteHint')}
            autosize
            minRows={2}
            maxRows={10}
            {...form.getInputProps('note')}
          />
        </Stack>
      </Collapse>
    </div>
  );
}
