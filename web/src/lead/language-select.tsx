/** Chooses one language. */
import { Select, type SelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { frequentLanguages, otherLanguages } from '../ui/language-picker.tsx';

export function LanguageSelect(props: Omit<SelectProps, 'data'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const item = (code: string) => ({ value: code, label: format.language(code) });
  const known = [...frequentLanguages, ...otherLanguages];
  const data = props.value && !known.includes(props.value) ? [props.value, ...known] : known;
  return (
    <Select
      placeholder={t('picker.searchLanguage')}
      {...props}
      data={data.map(item)}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={t('picker.nothing')}
    />
  );
}
