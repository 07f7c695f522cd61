/** Columns of leads by month, with those of them who got to the end within; arrow keys walk from month to month. */
import { Tooltip, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import classes from './trend-chart.module.css';
import { type Month, scaleOf } from './trend.ts';
import { useThreshold } from './use-threshold.ts';

interface Props {
  months: readonly Month[];
  /** What the last step is called. */
  won: string;
  onOpen: (month: string) => void;
}

export function TrendChart({ months, won, onOpen }: Props) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const [at, setAt] = useState(0);
  const current = Math.min(at, months.length - 1);
  const lines = scaleOf(Math.max(...months.map(({ leads }) => leads ?? 0)));
  const top = lines.at(-1) ?? 1;
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const to = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: months.length - 1 }[event.key];
    if (to === undefined || to < 0 || to >= months.length) return;
    event.preventDefault();
    setAt(to);
    (event.currentTarget.children[to] as HTMLElement | undefined)?.focus();
  };
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  // Names are as many as fit: one a year at the least.
  const every = [1, 2, 3, 6, 12].find((one) => months.length / one <= (isPhone ? 4 : 10)) ?? 12;
  const isNamed = (month: string, place: number) =>
    (Number(month.slice(5)) - 1) % every === 0 ||
    (place === 0 && !months.slice(1, every).some((next) => (Number(next.month.slice(5)) - 1) % every === 0));
  return (
    <div className={classes.chart}>
      <div className={classes.scale} aria-hidden>
        {lines.map((line) => (
          <span key={line} style={{ bottom: `${(100 * line) / top}%` }}>
            {format.number(line)}
          </span>
        ))}
      </div>
      <div className={classes.scroll}>
        <div className={classes.plot} style={{ '--months': months.length } as React.CSSProperties}>
          <div className={classes.lines} aria-hidden>
            {lines.map((line) => (
              <i key={line} style={{ bottom: `${(100 * line) / top}%` }} />
            ))}
          </div>
          <div className={classes.columns} role="toolbar" aria-label={t('trend.chart')} onKeyDown={walk}>
            {months.map((month, place) => (
              <Column
                key={month.month}
                month={month}
                top={top}
                won={won}
                focusable={place === current}
                onFocus={() => setAt(place)}
                onOpen={onOpen}
              />
            ))}
          </div>
          <div className={classes.names} aria-hidden>
            {months.map(({ month }, place) => (
              <span key={month}>{isNamed(month, place) && <MonthName month={month} first={place === 0} />}</span>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

interface ColumnProps {
  month: Month;
  top: number;
  won: string;
  focusable: boolean;
  onFocus: () => void;
  onOpen: (month: string) => void;
}

function Column({ month: { month, leads, won: reached, young }, top, won, focusable, onFocus, onOpen }: ColumnProps) {
  const { t } = useTranslation('report');
  const format = useFormat();
  const threshold = useThreshold();
  const words = t('trend.month', {
    month: format.month(month),
    count: leads ?? 0,
    leads: format.count(leads, true, threshold),
    step: won,
    won: format.count(reached, true, threshold),
  });
  const all = young && leads !== 0 ? `${words} ${t('trend.youngMonth')}` : words;
  return (
    <Tooltip label={all} openDelay={80}>
      <UnstyledButton
        className={classes.column}
        aria-label={all}
        tabIndex={focusable ? 0 : -1}
        onFocus={onFocus}
        aria-disabled={leads === 0 || undefined}
        onClick={() => leads !== 0 && onOpen(month)}
      >
        {leads === null ? (
          <span className={classes.hidden}>{format.count(null, true, threshold)}</span>
        ) : (
          <span className={classes.came} data-young={young || undefined} style={{ height: `${(100 * leads) / top}%` }}>
            <span className={classes.won} style={{ height: leads > 0 ? `${(100 * (reached ?? 0)) / leads}%` : 0 }} />
          </span>
        )}
      </UnstyledButton>
    </Tooltip>
  );
}

/** The month in short; with its year where a year begins. */
function MonthName({ month, first }: { month: string; first: boolean }) {
  const format = useFormat();
  return <>{format.shortMonth(month, first || month.endsWith('-01'))}</>;
}
