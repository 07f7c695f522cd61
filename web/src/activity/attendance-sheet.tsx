/** Records how many came, in which languages, and which organisations took part. */
import { ActionIcon, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { useFormat } from '../app/format.ts';
import { useThreshold } from '../report/use-threshold.ts';
import { frequentLanguages, otherLanguages } from '../ui/language-picker.tsx';
import { CountInput } from '../ui/number-inputs.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { OrganisationsField } from './organisations-field.tsx';
import { type AttendanceForm, headsTold, useAttendanceForm } from './use-attendance-form.ts';

interface Props {
  activity: Activity;
  opened: boolean;
  onClose: () => void;
}

export function AttendanceSheet({ activity, opened, onClose }: Props) {
  const { t } = useTranslation('activity');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('attendance.record')} long>
      <Form activity={activity} onClose={onClose} />
    </Sheet>
  );
}

function Form({ activity, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('activity');
  const threshold = useThreshold();
  const { form, problems, submit, saving } = useAttendanceForm(activity, onClose);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <CountInput label={t('attendance.headcount')} data-autofocus {...form.getInputProps('headcount')} />
        <Stack gap={8} component="fieldset" style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
          <Text component="legend" fw={580} size="sm" mb={6}>
            {t('attendance.byLanguage')}
          </Text>
          {activity.attendance?.suppressed && (
            <Text size="sm" c="dimmed">
              {t('attendance.hidden', { threshold })}
            </Text>
          )}
          {form.values.languages.map((row, at) => (
            <LanguageRow key={row.key} form={form} at={at} />
          ))}
          <Group justify="space-between" gap={8}>
            <Button
              variant="default"
              size="sm"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => form.insertListItem('languages', { key: Date.now(), code: null, count: '' })}
            >
              {t('attendance.addLanguage')}
            </Button>
            <RunningSum form={form} />
          </Group>
        </Stack>
        <OrganisationsField
          known={activity.organisations}
          value={form.values.organisations}
          onChange={(organisations) => form.setFieldValue('organisations', organisations)}
          pending={form.values.pending}
          onPending={(pending) => form.setFieldValue('pending', pending)}
          error={form.errors['organisations']}
        />
        <Problem error={problems.general} />
        <SheetActions>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <SavingButton saving={saving}>{t('do.save')}</SavingButton>
        </SheetActions>
      </Stack>
    </form>
  );
}

function LanguageRow({ form, at }: { form: AttendanceForm; at: number }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const taken = form.values.languages.map(({ code }) => code);
  const own = form.values.languages[at]?.code;
  const codes = [...new Set([...(own ? [own] : []), ...frequentLanguages, ...otherLanguages])].filter(
    (code) => code === own || !taken.includes(code),
  );
  return (
    <Group gap={8} wrap="nowrap" align="start">
      <Select
        aria-label={t('field.language')}
        placeholder={t('picker.searchLanguage')}
        data={codes.map((value) => ({ value, label: format.language(value) }))}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('picker.nothing')}
        style={{ flex: 1 }}
        {...form.getInputProps(`languages.${at}.code`)}
      />
      <CountInput aria-label={t('attendance.count')} w={96} {...form.getInputProps(`languages.${at}.count`)} />
      <ActionIcon
        size={40}
        variant="subtle"
        aria-label={t('attendance.removeLanguage', { language: own ? format.language(own) : at + 1 })}
        onClick={() => form.removeListItem('languages', at)}
      >
        <IconTrash size={17} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

/** How many heads have a language so far, against how many came. */
function RunningSum({ form }: { form: AttendanceForm }) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const told = headsTold(form.values);
  const { headcount } = form.values;
  const error = form.errors['byLanguage'];
  if (told === 0 && !error) return null;
  const isOver = headcount !== '' && told > Number(headcount);
  const words =
    headcount === ''
      ? t('attendance.sum', { told: format.number(told) })
      : t(isOver ? 'attendance.sumOver' : 'attendance.sumOf', {
          told: format.number(told),
          all: format.number(Number(headcount)),
          rest: format.number(Math.abs(Number(headcount) - told)),
        });
  return (
    <Text role="status" size="sm" c={isOver || error ? 'var(--bad)' : 'dimmed'}>
      {error ?? words}
    </Text>
  );
}
