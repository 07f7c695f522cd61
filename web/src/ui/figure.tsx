/** Large plain figures with their words below, side by side with thin lines between. */
import type { ReactNode } from 'react';
import classes from './figure.module.css';

/** The row that figures stand in; the number and its word are read together. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className={classes.row}>{children}</dl>;
}

interface Props {
  /** Formatted: useFormat().number(…). */
  value: ReactNode;
  label: ReactNode;
  /** A smaller line: the previous period, the interval, "example". */
  note?: ReactNode;
}

export function Figure({ value, label, note }: Props) {
  return (
    <div className={classes.figure}>
      <dt className={classes.label}>
        {label}
        {note && <span className={classes.note}>{note}</span>}
      </dt>
      <dd className={classes.value}>{value}</dd>
    </div>
  );
}
