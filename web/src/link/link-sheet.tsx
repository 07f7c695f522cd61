/** Makes a further link of an activity, or changes where one leads; its code stays. */
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type Link, LinkChange, LinkInput } from '../../../src/activity/link.schema.ts';
import { useFormProblems } from '../app/form-problems.ts';
import { useFormat } from '../app/format.ts';
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

const WAYS = ['auto', 'page'] as const;

const valuesOf = (link: Link | undefined) => ({
  label: link?.label ?? '',
  way: (!link || link.destination ? 'page' : 'auto') as (typeof WAYS)[number],
  destination: link?.destination ?? '',
  medium: link?.medium ?? '',
  expiresOn: link?.expiresOn ?? null,
});
type Values = ReturnType<typeof valuesOf>;

/** A form that the link names stays while it leads to no other page. */
const targetOf = ({ way, destination }: Values, link: Link | undefined) =>
  way === 'page' ? { destination: destination.trim(), formId: null } : { destination: null, ...(link ? {} : { formId: null }) };

function LinkForm({ activityId, link, onClose }: Props) {
  const { t } = useTranslation('link');
  const format = useFormat();
  const bodyOf = (values: Values) => ({
    ...targetOf(values, link),
    label: values.label.trim() || null,
    medium: values.medium.trim() || null,
  });
  const form = useForm<Values>({
    initialValues: valuesOf(link),
    validate: (values) => {
      const errors = zodForm<unknown>(link ? LinkChange : LinkInput)(bodyOf(values));
      return values.way === 'page' && !values.destination.trim() ? { ...errors, destination: problemWords('required') } : errors;
    },
  });
  const problems = useFormProblems(form);
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
          choices={WAYS.map((value) => ({ value, label: t(`form.${value}`) }))}
          {...(form.values.way === 'auto' ? { description: t('form.autoHint') } : {})}
          value={form.values.way}
          onChange={(way) => form.setFieldValue('way', way as Values['way'])}
        />
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
