/** Adds figures of an activity: several rows at once, by keyboard alone; what is wrong is said at its row. */
import { ActionIcon, Button, NativeSelect, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { METRICS } from '../../../src/activity/metric.schema.ts';
import { DayInput } from '../ui/day-input.tsx';
import { CountInput, MoneyInput } from '../ui/number-inputs.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { Sheet, SheetActions } from '../ui/sheet.tsx';
import { useChannelChoices } from './channels.ts';
import classes from './figures-sheet.module.css';
import { type FiguresForm, useFiguresForm } from './use-figures-form.ts';

interface Props {
  activity: Activity;
  opened: boolean;
  onClose: () => void;
}

export function FiguresSheet({ activity, opened, onClose }: Props) {
  const { t } = useTranslation('activity');
  return (
    <Sheet opened={opened} onClose={onClose} title={t('figures.add')} long size={780}>
      <RowsForm activity={activity} onClose={onClose} />
    </Sheet>
  );
}

function RowsForm({ activity, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('activity');
  const channels = useChannelChoices();
  const id = useId();
  const { form, problems, submit, saving, addRow } = useFiguresForm(activity, onClose);
  const { rows } = form.values;
  const parts = activity.partList.filter(({ archived }) => !archived);
  const another = () => {
    addRow();
    // The new row is there after the next drawing; one goes on writing in it.
    requestAnimationFrame(() => document.getElementById(`${id}-${rows.length}`)?.focus());
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {parts.length > 0 && (
          <NativeSelect
            label={t('figures.of')}
            data={[
              ...parts.map((part) => ({ value: part.id, label: `${channels.name(part.channel)}: ${part.title}` })),
              { value: activity.id, label: t('figures.ofWhole', { title: activity.title }) },
            ]}
            {...form.getInputProps('activityId')}
          />
        )}
        {rows.map((row, at) => (
          <RowFields key={row.key} form={form} at={at} id={`${id}-${at}`} />
        ))}
        <div>
          <Button variant="default" size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={another}>
            {t('figures.another')}
          </Button>
        </div>
        <p className={classes.note}>{t('figures.hint')}</p>
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

function RowFields({ form, at, id }: { form: FiguresForm; at: number; id: string }) {
  const { t } = useTranslation('activity');
  const row = form.values.rows[at];
  const wrong = form.errors[`rows.${at}.key`];
  const Value = row?.metric === 'spend' ? MoneyInput : CountInput;
  return (
    <fieldset className={classes.row} data-path={`rows.${at}.key`} tabIndex={-1} aria-describedby={wrong ? `${id}-wrong` : undefined}>
      <legend className="hidden-visually">{t('figures.row', { at: at + 1 })}</legend>
      <NativeSelect
        id={id}
        label={t('figures.metric')}
        data={METRICS.map((value) => ({ value, label: t(`metric.${value}`) }))}
        {...form.getInputProps(`rows.${at}.metric`)}
      />
      <Value label={t('figures.value')} data-autofocus={at === 0 || undefined} {...form.getInputProps(`rows.${at}.value`)} />
      <DayInput label={t('figures.from')} {...form.getInputProps(`rows.${at}.periodStart`)} />
      <DayInput label={t('figures.to')} {...form.getInputProps(`rows.${at}.periodEnd`)} />
      <ActionIcon
        size={40}
        variant="subtle"
        className={classes.remove}
        disabled={form.values.rows.length === 1}
        aria-label={t('figures.removeRow', { at: at + 1 })}
        onClick={() => form.removeListItem('rows', at)}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
      {wrong && (
        <p id={`${id}-wrong`} role="alert" className={classes.wrong}>
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
