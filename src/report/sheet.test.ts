/** What a request gets: its language, a file or not, and text that no spreadsheet runs. */
import { describe, expect, it } from '@jest/globals';
import { acceptedFile, CSV, csvOf, XLSX } from './sheet.ts';
import { languageOf } from './texts.ts';

describe('a request', () => {
  it('gets the language it likes best of ours', () => {
    expect(['sv', 'en-GB,en;q=0.9', 'de,fi;q=0.2,en;q=0.4', 'sv;q=0', undefined, '*'].map((header) => languageOf(header, 'fi'))).toEqual([
      'sv',
      'en',
      'en',
      'fi',
      'fi',
      'fi',
    ]);
    expect(languageOf(undefined, 'et')).toBe('fi');
  });

  it('gets a file only when it likes it better than JSON', () => {
    expect(
      [
        undefined,
        '*/*',
        'application/json',
        'text/csv',
        `${XLSX};q=0.9,text/csv;q=0.5`,
        'application/json,text/csv;q=0.9',
        'text/html,*/*;q=0.8',
      ].map(acceptedFile),
    ).toEqual([undefined, undefined, undefined, CSV, XLSX, undefined, undefined]);
  });

  it('gets text that no spreadsheet runs', () => {
    const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', 'a,b', 'say "hi"', 'two\nlines', 'plain', null, -1.5];
    expect(csvOf([{ name: 'x', heading: null, rows: [cells] }])).toBe(
      `\uFEFFx\r\n'=1+1,'+1,'-1,'@SUM(A1),'\t=1,"a,b","say ""hi""","two\nlines",plain,,-1.5\r\n`,
    );
  });
});
