/** An outcome in one line: who settled where, or which company. */
import { useTranslation } from 'react-i18next';
import { useMunicipalities } from '../app/municipalities.ts';

interface Told {
  type: string;
  municipality: string | null;
  adults: number | null;
  children: number | null;
}

export function useOutcomeWords() {
  const { t } = useTranslation('outcome');
  const municipalities = useMunicipalities();
  return ({ type, municipality, adults, children }: Told, organisation: string | null): string => {
    const household = [adults ? t('adults', { count: adults }) : '', children ? t('children', { count: children }) : '']
      .filter(Boolean)
      .join(', ');
    return [t(`outcome.${type}`), organisation, municipalities.name(municipality), household].filter(Boolean).join(' · ');
  };
}
