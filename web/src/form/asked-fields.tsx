/** What a form asks, and which of it must be answered. */
import { Checkbox, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { FormField } from '../../../src/capture/form.schema.ts';
import classes from './form.module.css';
import type { FormValues } from './form-values.ts';

/** Name and how to be reached are always asked; these are the region's choice. */
const CHOSEN: readonly FormField[] = ['intent', 'when', 'municipality', 'heardFrom', 'message'];
const REACH: readonly FormField[] = ['email', 'phone'];

export function AskedFields({ form }: { form: UseFormReturnType<FormValues> }) {
  const { t } = useTranslation('form');
  const { asked, required } = form.values;
  const put = (key: 'asked' | 'required', field: FormField, on: boolean) =>
    form.setFieldValue(key, on ? [...form.values[key], field] : form.values[key].filter((one) => one !== field));
  const ask = (field: FormField, on: boolean) => {
    put('asked', field, on);
    if (!on) put('required', field, false);
  };
  const row = (field: FormField, locked = false) => (
    <li key={field} className={classes.question}>
      <Checkbox
        label={t(`asks.${field}`)}
        checked={locked || asked.includes(field)}
        disabled={locked}
        onChange={(event) => ask(field, event.currentTarget.checked)}
      />
      <Switch
        size="sm"
        label={t('required')}
        aria-label={t('requiredOf', { field: t(`asks.${field}`) })}
        checked={locked || (asked.includes(field) && required.includes(field))}
        disabled={locked || !asked.includes(field)}
        onChange={(event) => put('required', field, event.currentTarget.checked)}
      />
    </li>
  );
  const isLastWay = (field: FormField) => asked.includes(field) && REACH.every((other) => other === field || !asked.includes(other));
  return (
    <fieldset className={classes.questions}>
      <legend>{t('questions')}</legend>
      <p className={classes.hint}>{t('questionsHint')}</p>
      <ul>
        {row('name', true)}
        {REACH.map((field) => row(field, isLastWay(field)))}
        {CHOSEN.map((field) => row(field))}
      </ul>
    </fieldset>
  );
}
