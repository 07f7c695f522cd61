/** A day, typed as people write it in their language or chosen from a calendar; its value is `2025-09-01`. */
import '@mantine/dates/styles.css';
import { DateInput, type DateInputProps, DatesProvider } from '@mantine/dates';
import dayjs from 'dayjs';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/fi';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { useTranslation } from 'react-i18next';

dayjs.extend(customParseFormat);

const written: Record<string, { locale: string; format: string; others: string[] }> = {
  fi: { locale: 'fi', format: 'D.M.YYYY', others: ['D.M.YY', 'DD.MM.YYYY', 'YYYY-MM-DD'] },
  en: { locale: 'en-gb', format: 'D MMM YYYY', others: ['D/M/YYYY', 'D.M.YYYY', 'D MMMM YYYY', 'YYYY-MM-DD'] },
};

interface Props extends Omit<DateInputProps, 'value' | 'onChange'> {
  value?: string | null | undefined;
  onChange: (day: string | null) => void;
}

export function DayInput({ value, onChange, ...props }: Props) {
  const { t, i18n } = useTranslation();
  const { locale, format, others } = written[i18n.language] ?? { locale: 'fi', format: 'D.M.YYYY', others: [] };
  const parse = (text: string) => {
    const day = [format, ...others].map((one) => dayjs(text.trim(), one, locale, true)).find((one) => one.isValid());
    return day ? day.format('YYYY-MM-DD') : null;
  };
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 1, weekendDays: [] }}>
      <DateInput
        placeholder={format === 'D.M.YYYY' ? 'p.k.vvvv' : 'd mon yyyy'}
        {...props}
        value={value || null}
        onChange={(day) => onChange(day ? String(day).slice(0, 10) : null)}
        hideOutsideDates
        valueFormat={format}
        dateParser={parse}
        clearButtonProps={{ 'aria-label': t('do.clear') }}
        nextLabel={t('do.next')}
        previousLabel={t('do.previous')}
      />
    </DatesProvider>
  );
}
