/** What is asked only when there is time: programme, audience, address, details by kind, reach that is known already, notes. */
import { Button, Collapse, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIENCES } from '../../../src/activity/activity.schema.ts';
import { useProgrammes } from '../report/region-lists.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { CountInput } from '../ui/number-inputs.tsx';
import { DetailsFields } from './details-fields.tsx';
import type { ActivityFormState } from './use-activity-form.ts';

const FIELDS = ['programmeId', 'workPackageId', 'audience', 'url', 'notes', 'details', 'reach'];

interface Props {
  state: ActivityFormState;
  /** Whether reach can be told here: of what is made, and has no parts. */
  reach: boolean;
}

export function MoreFields({ state: { form }, reach }: Props) {
  const { t } = useTranslation('activity');
  const id = useId();
  const { values } = form;
  const filled = [
    values.programmeId,
    values.audience,
    values.url.trim(),
    values.notes.trim(),
    values.reach,
    ...Object.values(values.details),
  ].filter((one) => one !== '' && one !== null).length;
  const wrong = Object.keys(form.errors).some((path) => FIELDS.includes(path.split('.')[0] ?? ''));
  const [open, { toggle }] = useDisclosure(filled > 0);
  const opened = open || wrong;
  const programmes = useProgrammes().data?.items ?? [];
  const packages = programmes.find((programme) => programme.id === values.programmeId)?.workPackages ?? [];
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
        {filled > 0 && !opened ? t('form.moreFilled', { count: filled }) : t('form.more')}
      </Button>
      <Collapse expanded={opened} id={id}>
        <Stack gap="md" pt="sm">
          <DetailsFields form={form} />
          {programmes.length > 0 && (
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
              <Select
                label={t('field.programme')}
                data={programmes.map(({ id: value, name }) => ({ value, label: name }))}
                {...clear}
                {...form.getInputProps('programmeId')}
                onChange={(programmeId) => form.setValues({ programmeId, workPackageId: null })}
              />
              {packages.length > 0 && (
                <Select
                  label={t('field.workPackage')}
                  data={packages.map(({ id: value, code, name }) => ({ value, label: `${code} ${name}` }))}
                  {...clear}
                  {...form.getInputProps('workPackageId')}
                />
              )}
            </SimpleGrid>
          )}
          <ChoiceChips
            label={t('field.audience')}
            choices={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
            value={values.audience}
            onChange={(audience) => form.setFieldValue('audience', audience as (typeof AUDIENCES)[number])}
            error={form.errors['audience']}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            <TextInput label={t('field.url')} type="url" placeholder="https://" {...form.getInputProps('url')} />
            {reach && (
              <CountInput
                label={t('word.grossReach')}
                description={t('form.reachHint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...form.getInputProps('reach')}
              />
            )}
          </SimpleGrid>
          <Textarea label={t('field.notes')} autosize minRows={2} maxRows={10} {...form.getInputProps('notes')} />
        </Stack>
      </Collapse>
    </div>
  );
}
