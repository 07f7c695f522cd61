/** The words of a form in one language at a time; where nothing is written, the built-in text stands, and shows as placeholder. */
import { Accordion, Skeleton, Stack, Tabs, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormDefaults, type FormField } from '../../../src/capture/form.schema.ts';
import { directionOf } from '../../../src/platform/words/languages.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useHeardFrom } from '../lead/lead-options.ts';
import { type EditedTexts, type FormValues, noTexts } from './form-values.ts';

interface Props {
  form: UseFormReturnType<FormValues>;
  language: string;
  onLanguage: (language: string) => void;
}

export function TextsEditor({ form, language, onLanguage }: Props) {
  const format = useFormat();
  return (
    <Tabs value={language} onChange={(value) => value && onLanguage(value)} keepMounted={false}>
      <Tabs.List>
        {form.values.languages.map((code) => (
          <Tabs.Tab key={code} value={code}>
            {format.language(code)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {form.values.languages.map((code) => (
        <Tabs.Panel key={code} value={code} pt="md">
          <LanguageTexts form={form} language={code} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function LanguageTexts({ form, language }: { form: Props['form']; language: string }) {
  const { t } = useTranslation('form');
  const { regionPath } = useRegion();
  const { data: builtIn } = useQuery({
    ...apiQuery(regionPath(`/forms/defaults/${language}`), FormDefaults),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { choices: options } = useHeardFrom();
  if (!builtIn) return <Skeleton height={260} radius="md" />;
  const texts = form.values.texts[language] ?? noTexts;
  const put = (change: Partial<EditedTexts>) => form.setFieldValue('texts', { ...form.values.texts, [language]: { ...texts, ...change } });
  const input = { lang: language, dir: directionOf(language) } as const;
  return (
    <Stack gap="md">
      {!builtIn.builtIn && (
        <Text size="sm" c="dimmed">
          {t('notBuiltIn')}
        </Text>
      )}
      <TextInput
        label={t('text.title')}
        placeholder={builtIn.title}
        value={texts.title}
        onChange={(event) => put({ title: event.currentTarget.value })}
        {...input}
      />
      <Textarea
        label={t('text.introduction')}
        placeholder={builtIn.introduction}
        autosize
        minRows={2}
        value={texts.introduction}
        onChange={(event) => put({ introduction: event.currentTarget.value })}
        {...input}
      />
      <Textarea
        label={t('text.thanks')}
        description={t('text.thanksHint')}
        autosize
        minRows={2}
        value={texts.thanks}
        onChange={(event) => put({ thanks: event.currentTarget.value })}
        {...input}
      />
      <Accordion variant="separated">
        <Words
          value="labels"
          title={t('text.labels')}
          rows={labelsOf(form.values).map((label) => ({ key: label, label: t(`asks.${label}`), placeholder: builtIn.labels[label] ?? '' }))}
          words={texts.labels}
          onWords={(labels) => put({ labels })}
          input={input}
        />
        {form.values.asked.includes('heardFrom') && (
          <Words
            value="options"
            title={t('text.options')}
            rows={options.map(({ value, label }) => ({ key: value, label, placeholder: builtIn.options[value] ?? label }))}
            words={texts.options}
            onWords={(changed) => put({ options: changed })}
            input={input}
          />
        )}
      </Accordion>
    </Stack>
  );
}

interface WordsProps {
  readonly value: string;
  readonly title: string;
  readonly rows: readonly { readonly key: string; readonly label: string; readonly placeholder: string }[];
  readonly words: Readonly<Record<string, string>>;
  readonly onWords: (words: Record<string, string>) => void;
  readonly input: { readonly lang: string; readonly dir: 'rtl' | 'ltr' };
}

/** Short words by their keys, out of sight until somebody wants to say them otherwise. */
function Words({ value, title, rows, words, onWords, input }: WordsProps) {
  return (
    <Accordion.Item value={value}>
      <Accordion.Control>{title}</Accordion.Control>
      <Accordion.Panel>
        <Stack gap="sm">
          {rows.map(({ key, label, placeholder }) => (
            <TextInput
              key={key}
              label={label}
              placeholder={placeholder}
              value={words[key] ?? ''}
              onChange={(event) => onWords({ ...words, [key]: event.currentTarget.value })}
              {...input}
            />
          ))}
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}

/** E-mail and phone are one question unless the form needs them apart. */
function labelsOf({ asked, required }: FormValues): readonly (FormField | 'contact')[] {
  const ways = asked.filter((field) => field === 'email' || field === 'phone');
  const together = ways.length === 2 && !ways.some((field) => required.includes(field));
  const order = ['name', 'contact', 'email', 'phone', 'intent', 'when', 'municipality', 'heardFrom', 'message'] as const;
  return order.filter((label) =>
    label === 'contact' ? together : label === 'email' || label === 'phone' ? !together && asked.includes(label) : asked.includes(label),
  );
}
