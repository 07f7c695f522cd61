/** What the rows of heard from are called: the channels, and the answers that are none. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { type Row, useRowName } from './row-names.ts';

export function useHeardName(): (row: Row) => string {
  const { t } = useTranslation('coverage');
  const channel = useRowName('channel');
  return useCallback((row) => (row.key === 'none' ? t('heard.none') : channel(row)), [t, channel]);
}
