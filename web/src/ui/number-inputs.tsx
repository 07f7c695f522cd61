/** Numbers typed as people write them in their language: money in the region's currency, counts of pieces. */
import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';

const written: Record<string, { thousandSeparator: string; decimalSeparator: string }> = {
  fi: { thousandSeparator: '\u00a0', decimalSeparator: ',' },
  en: { thousandSeparator: ',', decimalSeparator: '.' },
};

function useShared() {
  const { i18n } = useTranslation();
  return { hideControls: true, min: 0, allowNegative: false, autoComplete: 'off', ...(written[i18n.language] ?? written['fi']) };
}

/** Whole units with decimals, not cents; an empty text is unknown. */
export function MoneyInput(props: NumberInputProps) {
  const { currency } = useRegion();
  const symbol = new Intl.NumberFormat('fi', { style: 'currency', currency })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  return <NumberInput {...useShared()} decimalScale={2} suffix={`\u00a0${symbol ?? currency}`} {...props} />;
}

export function CountInput(props: NumberInputProps) {
  return <NumberInput {...useShared()} allowDecimal={false} inputMode="numeric" {...props} />;
}

/** What was typed as integer cents; undefined where nothing was. */
export const centsOf = (typed: number | string): number | undefined => (typed === '' ? undefined : Math.round(Number(typed) * 100));

/** What was typed as a count; undefined where nothing was. */
export const countOf = (typed: number | string): number | undefined => (typed === '' ? undefined : Number(typed));
