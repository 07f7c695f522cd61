/** The columns of the bulk log, with the headings that lists of people carry in Finnish, English and Swedish. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { INTENTS } from '../../../src/lead/pipeline.schema.ts';
import { dayOfCell, municipalityOfCell } from '../ui/bulk-table/cell-values.ts';
import type { BulkColumn } from '../ui/bulk-table/pasted.ts';
import { useContactPersons } from './contact-persons.ts';

const isPhone = (text: string) => /^\+?[\d\s()./-]{6,}$/.test(text) && !dayOfCell(text);

export function useBulkColumns(): readonly BulkColumn[] {
  const { t } = useTranslation('lead-bulk');
  const people = useContactPersons();
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('field.name'),
        words: [
          'nimi',
          'name',
          'namn',
          'etunimi',
          'sukunimi',
          'first name',
          'last name',
          'förnamn',
          'efternamn',
          'full name',
          'osallistuja',
        ],
        takes: 'first',
        width: 11,
      },
      {
        key: 'email',
        label: t('field.email'),
        words: ['sähköposti', 'sähköpostiosoite', 'email', 'e mail', 'email address', 'e post', 'epost'],
        looksLike: (text) => text.includes('@'),
        width: 13,
        inputMode: 'email',
      },
      {
        key: 'phone',
        label: t('field.phone'),
        words: ['puhelin', 'puhelinnumero', 'puh', 'phone', 'mobile', 'tel', 'telefon', 'gsm'],
        looksLike: isPhone,
        width: 9.5,
        inputMode: 'tel',
      },
      {
        key: 'intent',
        label: t('field.intent'),
        words: ['toive', 'wants to', 'wish', 'intent', 'önskemål'],
        choices: INTENTS.map((value) => ({ value, label: t(`intent.${value}`) })),
        width: 9.5,
      },
      {
        key: 'municipality',
        label: t('word.municipality'),
        words: ['kunta', 'paikkakunta', 'municipality', 'kommun'],
        looksLike: (text) => municipalityOfCell(text) !== undefined,
        width: 8,
      },
      {
        key: 'on',
        label: t('day'),
        words: ['päivä', 'pvm', 'päivämäärä', 'day', 'date', 'datum', 'aika'],
        looksLike: (text) => dayOfCell(text) !== undefined,
        width: 7,
      },
      {
        key: 'owner',
        label: t('word.owner'),
        words: ['vastuuhenkilö', 'yhteyshenkilö', 'owner', 'contact person'],
        choices: people.map(({ id, name }) => ({ value: id, label: name })),
        width: 10,
      },
      {
        key: 'note',
        label: t('word.note'),
        words: ['muistiinpano', 'huomiot', 'huom', 'lisätiedot', 'kommentti', 'note', 'notes', 'comment', 'anteckning'],
        takes: 'rest',
        width: 11,
      },
    ],
    [t, people],
  );
}
