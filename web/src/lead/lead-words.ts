/** A lead's facts as the short words that lists and cards share. */
import { useTranslation } from 'react-i18next';
import type { LeadItem } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { useMunicipalities } from '../app/municipalities.ts';

type Source = LeadItem['source'];

export function useLeadWords() {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const municipalities = useMunicipalities();
  return {
    /** Where it began: "YouTube: A week in Kuusamo". */
    source: (source: Source): string => {
      if (!source) return t('sourceUnknown');
      if (!source.activity) return t(`how.${source.how}`);
      const { channel, title } = source.activity;
      return channel === 'event' ? title : `${t(`channel.${channel}`, { defaultValue: channel })}: ${title}`;
    },
    /** What she wants, where, in which languages. */
    wish: ({ intent, municipality, person, language }: Pick<LeadItem, 'intent' | 'municipality' | 'person' | 'language'>): string => {
      const spoken = person.languages.length > 0 ? person.languages : language ? [language] : [];
      const where = municipalities.name(municipality);
      const wants = where ? `${t(`intent.${intent}`)}, ${where}` : t(`intent.${intent}`);
      return [wants, spoken.map(format.language).join(', ')].filter(Boolean).join(' · ');
    },
    /** Whole days since an instant, by the region's calendar. */
    daysSince: (instant: string, now: Date = new Date()): number =>
      Math.round((Date.parse(format.dayOf(now)) - Date.parse(format.dayOf(instant))) / 86_400_000),
  };
}
