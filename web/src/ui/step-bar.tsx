/** One step of a funnel as a bar: how many, compared with the first step and with the previous period. */
import { Tooltip, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import classes from './step-bar.module.css';

interface Props {
  label: string;
  /** Small words under the label: "median 12 days". */
  hint?: ReactNode;
  /** null: hidden as a small number, or unknown. */
  count: number | null;
  suppressed?: boolean;
  /** Below this, counts are hidden: shown as `<5`. */
  threshold?: number;
  /** The count that the whole width stands for. */
  of: number;
  /** The same count in the previous period, marked by a line. */
  previous?: number | null;
  /** The lighter colour of results. */
  tone?: 'step' | 'result';
  /** At the right: the rate and its interval. */
  aside?: ReactNode;
  /** Shows what is behind the number: then the bar can be pressed. */
  onOpen?: () => void;
}

/** How much of the width a number takes, in per cent. */
const NUMBER = 14;

const percentOf = (count: number, of: number) => (of > 0 ? Math.min(100, (100 * count) / of) : 0);

export function StepBar({ label, hint, count, suppressed = false, threshold = 5, of, previous, tone = 'step', aside, onOpen }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = format.count(count, suppressed, threshold);
  const width = percentOf(count ?? 0, of);
  const before = previous === null || previous === undefined ? null : percentOf(previous, of);
  // The number never lies under the line of the previous period.
  const besideLine = before !== null && before <= NUMBER;
  const inside = width >= NUMBER && (!besideLine || width - before >= NUMBER);
  const outside = before !== null && before > width && before < width + NUMBER ? before : width;
  const words =
    previous === null || previous === undefined
      ? t('step.bar', { label, count: shown as unknown as number })
      : t('step.barPrevious', { label, count: shown as unknown as number, previous: format.number(previous) });
  const picture = (
    <>
      <span
        className={classes.fill}
        data-tone={tone}
        style={{ width: `${width}%`, ...(besideLine ? { paddingLeft: `calc(${before}% + 12px)` } : {}) }}
      >
        {inside && shown}
      </span>
      {!inside && (
        <span className={classes.out} style={{ left: `${outside}%` }}>
          {shown}
        </span>
      )}
      {before !== null && <span className={classes.previous} style={{ left: `${before}%` }} />}
    </>
  );
  return (
    <div className={classes.row}>
      <div className={classes.label}>
        {label}
        {hint && <small>{hint}</small>}
      </div>
      {onOpen ? (
        <Tooltip label={words} position="top-start">
          <UnstyledButton className={classes.track} aria-label={t('step.open', { words })} onClick={onOpen}>
            {picture}
          </UnstyledButton>
        </Tooltip>
      ) : (
        <div className={classes.track} role="img" aria-label={words}>
          {picture}
        </div>
      )}
      <div className={classes.aside}>{aside}</div>
    </div>
  );
}
