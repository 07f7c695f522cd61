/** Numbers, money, days and moments as people write them in the chosen language and in the region's zone and currency. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegionIfAny } from './region.tsx';

export interface FormatSettings {
  language: string;
  timeZone: string;
  currency: string;
}

const locales: Record<string, string> = { fi: 'fi-FI', en: 'en-GB' };
const dash = '–';

/** A day (`2025-09-01`) as an instant at noon UTC, so that no zone moves it to another day. */
const atNoon = (day: string) => new Date(`${day}T12:00:00Z`);

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Whole units from now to an instant, in the biggest unit that fits. */
function elapsed(instant: string, now: Date): [number, Intl.RelativeTimeFormatUnit] {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return [unit === 'second' ? 0 : Math.trunc(seconds / size), unit];
}

export function createFormat({ language, timeZone, currency }: FormatSettings) {
  const locale = locales[language] ?? language;
  const numbers = new Map<string, Intl.NumberFormat>();
  const number = (value: number, options: Intl.NumberFormatOptions = {}) => {
    const key = JSON.stringify(options);
    const made = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
    numbers.set(key, made);
    return made.format(value);
  };
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const shortYear = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const zoneDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const relativeShort = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' });
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });

  return {
    /** A whole number: 9 770 288. */
    number: (value: number) => number(value, { maximumFractionDigits: 0 }),
    /** A share of credit: always one decimal, so that columns line up. */
    decimal: (value: number, digits = 1) => number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    /** A big number in few signs: 31,4 milj. */
    compact: (value: number) => number(value, { notation: 'compact', maximumFractionDigits: 1 }),
    /** A count that may be hidden (`<5`) or unknown (–). */
    count: (value: number | null | undefined, suppressed = false, threshold = 5) =>
      value === null || value === undefined ? (suppressed ? `<${threshold}` : dash) : number(value, { maximumFractionDigits: 0 }),
    /** A share between 0 and 1 as per cent. */
    percent: (share: number | null | undefined, digits = 0) =>
      share === null || share === undefined ? dash : number(share, { style: 'percent', maximumFractionDigits: digits }),
    /** An interval of shares: 65–74 %. */
    percentRange: (low: number, high: number) =>
      `${number(Math.round(low * 100))}\u2009${dash}\u2009${number(high, { style: 'percent', maximumFractionDigits: 0 })}`,
    /** Integer cents in the region's currency, without decimals where there are none. */
    money: (cents: number | null | undefined) =>
      cents === null || cents === undefined
        ? dash
        : number(cents / 100, { style: 'currency', currency, minimumFractionDigits: cents % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 }),
    /** A day: 14.3.2025. */
    day: (value: string) => day.format(atNoon(value)),
    /** Days from–to, both inclusive; an open end stays open. */
    days: (from: string, to?: string | null) =>
      to ? day.formatRange(atNoon(from), atNoon(to)) : `${day.format(atNoon(from))}\u2009${dash}`,
    /** The month a day lies in: maaliskuu 2025. */
    month: (value: string) => month.format(atNoon(value.length === 7 ? `${value}-01` : value)),
    /** A month (`2025-03`) where there is little room: maalis, or maalis 2025. */
    shortMonth: (value: string, withYear = false) => (withYear ? shortYear : short).format(atNoon(`${value}-01`)),
    /** An instant with its time, in the region's zone. */
    moment: (instant: string) => moment.format(new Date(instant)),
    time: (instant: string) => clock.format(new Date(instant)),
    /** The region's day of an instant (default: today), as `2025-09-01`. */
    dayOf: (instant: string | Date = new Date()) => zoneDay.format(new Date(instant)),
    /** How long ago or until: 3 päivää sitten. */
    ago: (instant: string, now: Date = new Date()) => relative.format(...elapsed(instant, now)),
    /** The same in few signs, for narrow places: 3 pv sitten. */
    agoShort: (instant: string, now: Date = new Date()) => relativeShort.format(...elapsed(instant, now)),
    /** The name of a language by its code: ukraina. */
    language: (code: string) => names.of(code) ?? code,
    country: (code: string) => countries.of(code) ?? code,
    /** Names in a row: a, b ja c. */
    list: (values: readonly string[]) => list.format(values),
  };
}

export type Format = ReturnType<typeof createFormat>;

/** The formats of the page one is on. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const region = useRegionIfAny();
  const language = i18n.language;
  const timeZone = region?.timeZone ?? 'Europe/Helsinki';
  const currency = region?.currency ?? 'EUR';
  return useMemo(() => createFormat({ language, timeZone, currency }), [language, timeZone, currency]);
}
