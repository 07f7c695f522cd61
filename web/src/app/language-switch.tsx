/** Chooses the language of the client, each under its own name. */
import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n/i18n.ts';
import { type Language, languages, ownNames } from '../i18n/language.ts';

export function LanguageSwitch({ fullWidth = false }: { fullWidth?: boolean }) {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('shell.language')}
      fullWidth={fullWidth}
      size="sm"
      data={languages.map((value) => ({ value, label: <span lang={value}>{ownNames[value]}</span> }))}
      value={i18n.language}
      onChange={(value) => void changeLanguage(value as Language)}
    />
  );
}
