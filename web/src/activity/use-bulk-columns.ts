/** The columns of many activities, with the headings that such lists carry in Finnish, English and Swedish. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { KINDS } from '../../../src/activity/activity.schema.ts';
import { useContactPersons } from '../lead/contact-persons.ts';
import { dayOfCell } from '../ui/bulk-table/cell-values.ts';
import type { BulkColumn } from '../ui/bulk-table/pasted.ts';
import { FIGURES } from './bulk-activity.ts';
import { useChannelChoices } from './channels.ts';

const FIGURE_WORDS: Record<(typeof FIGURES)[number], readonly string[]> = {
  reach: ['bruttotavoittavuus', 'gross reach', 'tavoittavuus', 'kattavuus', 'reach', 'räckvidd'],
  impressions: ['näyttökerrat', 'näytöt', 'impressions', 'visningar'],
  clicks: ['klikit', 'klikkaukset', 'clicks', 'klick'],
  views: ['katselut', 'katselukerrat', 'views'],
};

const isDay = (text: string) => dayOfCell(text) !== undefined;

export function useBulkColumns(): readonly BulkColumn[] {
  const { t } = useTranslation('activity-bulk');
  const channels = useChannelChoices();
  const people = useContactPersons();
  return useMemo(
    () => [
      {
        key: 'title',
        label: t('field.title'),
        words: ['otsikko', 'nimi', 'toimenpide', 'kampanja', 'title', 'name', 'titel', 'namn'],
        takes: 'first',
        width: 13,
      },
      {
        key: 'kind',
        label: t('field.kind'),
        words: ['laji', 'tyyppi', 'kind', 'type', 'typ'],
        choices: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
        keepsUnknown: true,
        width: 13,
      },
      { key: 'channel', label: t('field.channel'), words: ['kanava', 'channel', 'media', 'kanal'], choices: channels.choices, width: 9 },
      {
        key: 'startsOn',
        label: t('from'),
        words: ['alkaa', 'alku', 'alkupäivä', 'päivä', 'pvm', 'start', 'starts', 'start date', 'from', 'date', 'datum'],
        looksLike: isDay,
        width: 7,
      },
      {
        key: 'endsOn',
        label: t('to'),
        words: ['päättyy', 'loppu', 'loppupäivä', 'end', 'ends', 'end date', 'to', 'slut'],
        looksLike: isDay,
        width: 7,
      },
      {
        key: 'cost',
        label: t('cost'),
        words: ['kulut', 'hinta', 'kustannus', 'kustannukset', 'budjetti', 'kulu', 'cost', 'costs', 'price', 'kostnad'],
        width: 7,
        inputMode: 'decimal',
      },
      {
        key: 'municipalities',
        label: t('word.municipalities'),
        words: ['kunnat', 'kunta', 'municipalities', 'municipality', 'kommun', 'kommuner'],
        width: 9,
      },
      {
        key: 'contactPerson',
        label: t('word.contactPerson'),
        words: ['yhteyshenkilö', 'vastuuhenkilö', 'contact person', 'kontaktperson'],
        choices: people.map(({ id, name }) => ({ value: id, label: name })),
        width: 10,
      },
      ...FIGURES.map(
        (metric): BulkColumn => ({
          key: metric,
          label: t(`metric.${metric}`),
          words: FIGURE_WORDS[metric],
          width: 7,
          inputMode: 'numeric',
        }),
      ),
      {
        key: 'notes',
        label: t('word.note'),
        words: ['muistiinpano', 'muistiinpanot', 'huomiot', 'lisätiedot', 'notes', 'comment'],
        takes: 'rest',
        width: 11,
      },
    ],
    [t, channels.choices, people],
  );
}
