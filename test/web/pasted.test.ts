/** Rows pasted into the table: which column is which, and what is written in a cell. */
import { describe, expect, it } from '@jest/globals';
import { dayOfCell, dayProblem, municipalityOfCell, numberOfCell } from '../../web/src/ui/bulk-table/cell-values.ts';
import { type BulkColumn, readPasted } from '../../web/src/ui/bulk-table/pasted.ts';
import { rowOf, withBlock } from '../../web/src/ui/bulk-table/rows.ts';

const columns: BulkColumn[] = [
  { key: 'name', label: 'Nimi', words: ['name', 'namn', 'etunimi', 'sukunimi'], takes: 'first' },
  { key: 'email', label: 'Sähköposti', words: ['email', 'e post'], looksLike: (text) => text.includes('@') },
  { key: 'phone', label: 'Puhelin', words: ['phone', 'telefon'], looksLike: (text) => /^\+?[\d\s-]{6,}$/.test(text) },
  {
    key: 'intent',
    label: 'Toive',
    choices: [
      { value: 'move', label: 'Muuttaa tänne' },
      { value: 'work', label: 'Tulla töihin' },
    ],
  },
  { key: 'note', label: 'Muistiinpano', takes: 'rest' },
];

describe('a pasted table', () => {
  it('is read by its headings, in any of three languages and any order', () => {
    expect(readPasted('E-post\tNamn\tTelefon\nanna@example.org\tAnna Ek\t040 123 4567\n', columns)).toEqual([
      { email: 'anna@example.org', name: 'Anna Ek', phone: '040 123 4567' },
    ]);
  });

  it('is read by what stands in it where there are no headings', () => {
    expect(
      readPasted('+358 40 1234567;Daria Kovalenko;daria@example.org;muuttaa tänne\n;Petro Bondar;petro@example.org;Tulla töihin', columns),
    ).toEqual([
      { phone: '+358 40 1234567', name: 'Daria Kovalenko', email: 'daria@example.org', intent: 'move' },
      { name: 'Petro Bondar', email: 'petro@example.org', intent: 'work' },
    ]);
  });

  it('may be a bare list of names, or have first and last names apart', () => {
    expect(readPasted('Daria Kovalenko\r\nPetro Bondar\r\n\r\n', columns)).toEqual([{ name: 'Daria Kovalenko' }, { name: 'Petro Bondar' }]);
    expect(readPasted('Etunimi,Sukunimi\nDaria,Kovalenko', columns)).toEqual([{ name: 'Daria Kovalenko' }]);
    expect(readPasted('Daria\tKovalenko\tdaria@example.org', columns)).toEqual([{ name: 'Daria Kovalenko', email: 'daria@example.org' }]);
  });

  it('keeps what no column knows with the notes, quoted commas and line breaks whole', () => {
    expect(readPasted('Nimi,Toive,Pöytä\n"Ek, Anna",Lentää,"12\nikkuna"', columns)).toEqual([
      { name: 'Ek, Anna', note: 'Lentää 12\nikkuna' },
    ]);
  });

  it('leaves a word that is no choice in its cell where it must be corrected', () => {
    const strict = columns.map((column) => (column.key === 'intent' ? { ...column, keepsUnknown: true } : column));
    expect(readPasted('Nimi,Toive\nAnna Ek,Lentää', strict)).toEqual([{ name: 'Anna Ek', intent: 'Lentää' }]);
    expect(withBlock([rowOf()], strict, { row: 0, column: 3 }, 'Lentää\n').map(({ cells }) => cells)).toEqual([{ intent: 'Lentää' }]);
  });

  it('has no rows when it holds none', () => {
    expect(readPasted(' \n\t\n', columns)).toEqual([]);
    expect(readPasted('Nimi\tSähköposti\n', columns)).toEqual([]);
  });

  it('fills cells right and below of where it is pasted, and adds the rows that are missing', () => {
    const rows = withBlock(
      [rowOf({ name: 'Anna Ek' })],
      columns,
      { row: 0, column: 1 },
      'anna@example.org\t0401234567\npetro@example.org\t0407654321\n',
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      { name: 'Anna Ek', email: 'anna@example.org', phone: '0401234567' },
      { email: 'petro@example.org', phone: '0407654321' },
    ]);
  });
});

describe('what is written in a cell', () => {
  it('is a day in the ways people write it, and no day that is none', () => {
    expect(['2025-09-01', '1.9.2025', '01/09/2025'].map(dayOfCell)).toEqual(['2025-09-01', '2025-09-01', '2025-09-01']);
    expect(['31.2.2025', 'eilen', '1.9.'].map(dayOfCell)).toEqual([undefined, undefined, undefined]);
    expect(['31.2.2024', '2025-13-01', 'eilen', '29.2.2024', ''].map(dayProblem)).toEqual([
      'no_such_day',
      'no_such_day',
      'unknown_day',
      undefined,
      undefined,
    ]);
  });

  it('is a municipality by its names or its code', () => {
    expect(['kuusamo', ' Esbo ', '305', 'Atlantis'].map(municipalityOfCell)).toEqual(['305', '049', '305', undefined]);
  });

  it('is a number with spaces, a decimal comma and a currency sign', () => {
    expect(['1 234,50 €', '40 000', '12.5', '1,000', 'paljon', '-5'].map(numberOfCell)).toEqual([
      1234.5,
      40000,
      12.5,
      1000,
      undefined,
      undefined,
    ]);
  });
});
