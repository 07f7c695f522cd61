/** Makes a further link of an activity, or changes where one leads; its code stays. */
import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Link, LinkChange, LinkInput } from '../../../src/activity/link.schema.ts';
import { Form } from '../../../src/capture/form.schema.ts';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { problemWords, zodForm } from '../app/zod-form.ts';
import { ChoiceChips } from '../ui/choice-chips.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { useChangeLink, useMakeLink } from './use-links.ts';

interface Props {
  activityId: string;
  link?: Link;
  opened: boolean;
  onClose: () => void;
}

export function LinkSheet(props: Props) {
  const { t } = useTranslation('link');
  const { link, opened, onClose } = props;
  return (
    <Sheet opened={opened} onClose={onClose} title={link ? t('form.change', { code: link.code }) : t('form.add')} long>
      <LinkForm {...props} />
    </Sheet>
  );
}

const WAYS = ['auto', 'form', 'page'] as const;

const valuesOf = (link: Link | undefined) => ({
  label: link?.label ?? '',
  way: (!link || link.destination ? 'page' : link.formId ? 'form' : 'auto') as (typeof WAYS)[number],
  formId: link?.formId ?? null,
  destination: link?.destination ?? '',
  medium: link?.medium ?? '',
  expiresOn: link?.expiresOn ?? null,
});
type Values = ReturnType<typeof valuesOf>;

const targetOf = ({ way, destination, formId }: Values) => ({
  destination: way === 'page' ? destination.trim() : null,
  formId: way === 'form' ? formId : null,
});

function LinkForm({ activityId, link, onClose }: Props) {
  const { t } = useTranslation('link');
  const format = useFormat();
  const bodyOf = (values: Values) => ({
    ...targetOf(values),
    label: values.label.trim() || null,
    medium: values.medium.trim() || null,
  });
  const form = useForm<Values>({
    initialValues: valuesOf(link),
    validate: (values) => {
      const errors = zodForm<unknown>(link ? LinkChange : LinkInput)(bodyOf(values));
      const missing =
        values.way === 'page' ? !values.destination.trim() && 'destination' : values.way === 'form' && !values.formId && 'formId';
      return missing ? { ...errors, [missing]: problemWords('required') } : errors;
    },
  });
  const problems = useFormProblems(form);
  const { regionPath } = useRegion();
  const forms = useQuery(apiQuery(regionPath('/forms'), pageOf(Form), { limit: 200 })).data?.items ?? [];
  const ways = WAYS.filter((way) => way !== 'form' || forms.length > 0);
  const make = useMakeLink(activityId);
  const { save } = useChangeLink(link?.id ?? '');
  const submit = form.onSubmit((values) => {
    problems.clear();
    const done = { onSuccess: onClose, onError: problems.show };
    if (link) save.mutate({ ...bodyOf(values), expiresOn: values.expiresOn }, done);
    else make.mutate(bodyOf(values), done);
  }, problems.invalid);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {link && (
          <Text size="sm" c="dimmed">
            {t('form.codeStays')}
          </Text>
        )}
        <ChoiceChips
          label={t('form.where')}
          choices={ways.map((value) => ({ value, label: t(`form.${value}`) }))}
          {...(form.values.way === 'auto' ? { description: t('form.autoHint') } : {})}
          value={form.values.way}
          onChange={(way) => form.setFieldValue('way', way as Values['way'])}
        />
        {form.values.way === 'form' && (
          <Select
            label={t('form.chosen')}
            searchable
            data={forms.map(({ id, title, slug }) => ({ value: id, label: `${title} (/c/${slug})` }))}
            nothingFoundMessage={t('picker.nothing')}
            {...form.getInputProps('formId')}
          />
        )}
        {form.values.way === 'page' && (
          <TextInput
            type="url"
            inputMode="url"
            placeholder="https://"
            label={t('form.destination')}
            description={t('form.destinationHint')}
            data-autofocus
            {...form.getInputProps('destination')}
          />
        )}
        <TextInput label={t('form.label')} description={t('form.labelHint')} {...form.getInputProps('label')} />
        <TextInput
          label={t('form.medium')}
          description={t('form.mediumHint')}
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps('medium')}
        />
        {link && (
          <DayInput
            label={t('form.expiresOn')}
            description={t('form.expiresHint')}
            minDate={format.dayOf()}
            clearable
            {...form.getInputProps('expiresOn')}
          />
        )}
        <Problem error={problems.general} />
        <SheetActions>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <SavingButton saving={make.isPending || save.isPending}>{t('do.save')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}
