/** A whole and its parts as one bar, its words at the left and what it means at the right. */
import type { ReactNode } from 'react';
import classes from './coverage-bar.module.css';

export interface Part {
  key: string;
  value: number;
  tone: 'there' | 'missing' | 'open';
  /** Stands in the part where it has room. */
  text: string;
}

interface Props {
  label: ReactNode;
  hint?: ReactNode;
  parts: readonly Part[];
  /** What the bar shows, for readers. */
  words: string;
  /** Where the first part ended in the comparison, from 0 to 1. */
  previous?: number | null | undefined;
  aside?: ReactNode;
}

/** How much of the whole a part needs for its text. */
const ROOM = 0.13;

export function CoverageBar({ label, hint, parts, words, previous, aside }: Props) {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  return (
    <div className={classes.row}>
      <div className={classes.label}>
        {label}
        {hint && <small>{hint}</small>}
      </div>
      <div className={classes.track} role="img" aria-label={words}>
        {parts
          .filter(({ value }) => value > 0)
          .map(({ key, value, tone, text }) => (
            <span key={key} className={classes.part} data-tone={tone} style={{ flexGrow: value / whole }}>
              {value / whole >= ROOM && text}
            </span>
          ))}
        {previous !== null && previous !== undefined && <i className={classes.previous} style={{ left: `${100 * previous}%` }} />}
      </div>
      <div className={classes.aside}>{aside}</div>
    </div>
  );
}

/** Stands where a bar would be whose parts are not known. */
export function NoBar({ label, hint, children }: { label: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <div className={classes.label}>
        {label}
        {hint && <small>{hint}</small>}
      </div>
      <p className={classes.unknown}>{children}</p>
    </div>
  );
}

/** A colour of the bars and what it stands for. */
export function Swatch({ tone, children }: { tone: Part['tone'] | 'previous'; children: ReactNode }) {
  return (
    <span className={classes.key}>
      <i className={classes.swatch} data-tone={tone} aria-hidden />
      {children}
    </span>
  );
}
