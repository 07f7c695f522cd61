/** What the rows of a breakdown are called: known keys in the language of the client, the region's own things by their names. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Breakdown } from '../../../src/report/funnel.schema.ts';
import { useFormat } from '../app/format.ts';
import { useMunicipalities } from '../app/municipalities.ts';

/** Rows that are none of the dimension's own values. */
const BESIDES = ['none', 'referral', 'own_initiative', 'team'] as const;
export const UNATTRIBUTED = 'unattributed';

export interface Row {
  key: string;
  label: string;
}

export const isBeside = (key: string): boolean => (BESIDES as readonly string[]).includes(key);

export function useRowName(by: Breakdown): (row: Row) => string {
  const { t } = useTranslation('report');
  const format = useFormat();
  const municipalities = useMunicipalities();
  return useCallback(
    ({ key, label }) => {
      if (isBeside(key)) return t(`row.${key}`, { context: by });
      switch (by) {
        case 'channel':
          return t(`channel.${key}`, { defaultValue: label });
        case 'kind':
          return t(`kind.${key}`, { defaultValue: label });
        case 'municipality':
          return municipalities.name(key) ?? label;
        case 'language':
          return format.language(key);
        case 'month':
          return format.month(key);
        default:
          return label;
      }
    },
    [by, t, format, municipalities],
  );
}
