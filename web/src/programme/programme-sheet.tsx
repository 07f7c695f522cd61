/** Makes or edits a programme with its partners and work packages. */
import { ActionIcon, Button, Group, MultiSelect, NumberInput, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { Partner } from '../../../src/region/partner.schema.ts';
import { EMBLEMS, Programme, ProgrammeInput } from '../../../src/region/programme.schema.ts';
import { api, apiKey, apiQuery } from '../app/api.ts';
import { queryClient } from '../app/query-client.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useRegion } from '../app/region.tsx';
import { withoutBlanks, zodForm } from '../app/zod-form.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { showDone } from '../ui/toast.tsx';

export interface ReadProgramme {
  readonly value: Programme;
  readonly etag: string | undefined;
}

interface Props {
  read?: ReadProgramme;
  opened: boolean;
  onClose: () => void;
}

export function ProgrammeSheet({ read, opened, onClose }: Props) {
  const { t } = useTranslation('programme');
  return (
    <Sheet opened={opened} onClose={onClose} title={read ? t('edit') : t('add')} long size={680}>
      <ProgrammeForm {...(read ? { read } : {})} onClose={onClose} />
    </Sheet>
  );
}

/** Euros in the form, cents in the contract. */
const valuesOf = (programme?: Programme) => ({
  name: programme?.name ?? '',
  code: programme?.code ?? '',
  startsOn: programme?.startsOn ?? (null as string | null),
  endsOn: programme?.endsOn ?? (null as string | null),
  budget: (programme ? programme.budgetCents / 100 : '') as number | string,
  euFunding: (programme?.euFundingCents == null ? '' : programme.euFundingCents / 100) as number | string,
  fundingStatement: programme?.fundingStatement ?? '',
  emblem: programme?.emblem ?? ('none' as const),
  keepUntil: programme?.keepUntil ?? (null as string | null),
  partners: programme?.partners.map(({ id }) => id) ?? [],
  workPackages:
    programme?.workPackages.map(({ id, code, name }) => ({ id, code, name })) ?? ([] as { id?: string; code: string; name: string }[]),
});
type Values = ReturnType<typeof valuesOf>;

const cents = (euros: number | string) => (euros === '' ? undefined : Math.round(Number(euros) * 100));
const bodyOf = ({ budget, euFunding, startsOn, endsOn, keepUntil, ...rest }: Values) =>
  withoutBlanks({
    ...rest,
    startsOn: startsOn ?? '',
    endsOn: endsOn ?? '',
    keepUntil: keepUntil ?? '',
    budgetCents: cents(budget),
    euFundingCents: cents(euFunding),
  });

const NAMED = { budgetCents: 'budget', euFundingCents: 'euFunding' } as const;

function ProgrammeForm({ read, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('programme');
  const { regionPath, pagePath } = useRegion();
  const navigate = useNavigate();
  const partners = useQuery(apiQuery(regionPath('/partners'), pageOf(Partner), { limit: 200 })).data?.items ?? [];
  const form = useForm<Values>({
    initialValues: valuesOf(read?.value),
    validate: (values) => {
      const errors = zodForm<unknown>(ProgrammeInput)(bodyOf(values));
      return Object.fromEntries(Object.entries(errors).map(([path, words]) => [NAMED[path as keyof typeof NAMED] ?? path, words]));
    },
  });
  const problems = useFormProblems(form, NAMED);
  const save = useMutation({
    mutationFn: (values: Values) =>
      read
        ? api.put(regionPath(`/programmes/${read.value.id}`), bodyOf(values), Programme, { ifMatch: read.etag })
        : api.post(regionPath('/programmes'), bodyOf(values), Programme),
    onError: problems.show,
    onSuccess: async ({ id }) => {
      onClose();
      showDone(t('do.saved'));
      await queryClient.invalidateQueries({ queryKey: apiKey(regionPath('/programmes')) });
      if (!read) await navigate({ to: pagePath(`/programmes/${id}`) });
    },
  });
  const submit = form.onSubmit((values) => {
    problems.clear();
    save.mutate(values);
  }, problems.invalid);
  const money = {
    hideControls: true,
    min: 0,
    decimalScale: 2,
    thousandSeparator: '\u00a0',
    decimalSeparator: ',',
    suffix: '\u00a0€',
  } as const;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput label={t('field.name')} data-autofocus {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <TextInput label={t('code')} {...form.getInputProps('code')} />
          <DayInput label={t('field.startsOn')} {...form.getInputProps('startsOn')} />
          <DayInput label={t('field.endsOn')} {...form.getInputProps('endsOn')} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput label={t('budget')} {...money} {...form.getInputProps('budget')} />
          <NumberInput label={t('euFunding')} {...money} {...form.getInputProps('euFunding')} />
        </SimpleGrid>
        <Textarea label={t('fundingStatement')} autosize minRows={1} {...form.getInputProps('fundingStatement')} />
        <ChoiceChips
          label={t('emblem.label')}
          description={t('emblem.hint')}
          choices={EMBLEMS.map((value) => ({ value, label: t(`emblem.${value}`) }))}
          value={form.values.emblem}
          onChange={(emblem) => form.setFieldValue('emblem', emblem as Values['emblem'])}
        />
        <DayInput label={t('keepUntil')} description={t('keepUntilHint')} clearable {...form.getInputProps('keepUntil')} />
        <MultiSelect
          label={t('word.partners')}
          data={partners.map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          hidePickedOptions
          nothingFoundMessage={t('picker.nothing')}
          {...form.getInputProps('partners')}
        />
        <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
          <Text component="legend" fw={560} size="sm" mb={6}>
            {t('word.workPackages')}
          </Text>
          <Stack gap="xs">
            {form.values.workPackages.map((workPackage, at) => (
              <Group key={workPackage.id ?? at} gap="xs" wrap="nowrap" align="flex-start">
                <TextInput
                  aria-label={t('packageCode', { at: at + 1 })}
                  placeholder="TP1"
                  w={90}
                  {...form.getInputProps(`workPackages.${at}.code`)}
                />
                <TextInput
                  aria-label={t('packageName', { at: at + 1 })}
                  style={{ flex: 1 }}
                  {...form.getInputProps(`workPackages.${at}.name`)}
                />
                <ActionIcon
                  size={44}
                  variant="subtle"
                  aria-label={t('packageRemove', { at: at + 1 })}
                  onClick={() => form.removeListItem('workPackages', at)}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </Group>
            ))}
            <Group>
              <Button
                variant="default"
                size="sm"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => form.insertListItem('workPackages', { code: `TP${form.values.workPackages.length + 1}`, name: '' })}
              >
                {t('packageAdd')}
              </Button>
            </Group>
          </Stack>
        </fieldset>
        <Problem error={problems.general} />
        <SheetActions>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <SavingButton saving={save.isPending}>{t('do.save')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}
