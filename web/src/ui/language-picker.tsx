/** Chooses languages that people speak, by their codes, named in the language of the client. */
import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';

/** What is met most in Finland's regions comes first; the rest by name. */
export const frequentLanguages = ['fi', 'sv', 'en', 'uk', 'ru', 'et', 'ar', 'vi', 'th', 'fa', 'so', 'es', 'de', 'fr', 'zh'];
export const otherLanguages = [
  'bg',
  'bn',
  'cs',
  'da',
  'el',
  'hi',
  'hr',
  'hu',
  'it',
  'ja',
  'ko',
  'ku',
  'lt',
  'lv',
  'my',
  'nb',
  'ne',
  'nl',
  'pl',
  'pt',
  'ro',
  'sk',
  'sr',
  'sq',
  'sw',
  'ta',
  'ti',
  'tl',
  'tr',
  'ur',
];

interface Props extends Omit<MultiSelectProps, 'data'> {
  /** Codes to offer instead of the usual ones. */
  options?: readonly string[];
}

export function LanguagePicker({ options, ...props }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const item = (code: string) => ({ value: code, label: format.language(code) });
  const others = otherLanguages.map(item).sort((a, b) => a.label.localeCompare(b.label));
  const data = options ? options.map(item) : [...frequentLanguages.map(item), ...others];
  const placeholder = props.value && props.value.length > 0 ? '' : t('picker.searchLanguage');
  return (
    <MultiSelect
      placeholder={placeholder}
      label={t('field.languages')}
      {...props}
      data={data}
      searchable
      selectFirstOptionOnChange
      hidePickedOptions
      nothingFoundMessage={t('picker.nothing')}
    />
  );
}
