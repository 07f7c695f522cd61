/** A small word about something: its kind, its channel, that it is late. */
import type { ReactNode } from 'react';
import classes from './tag.module.css';

interface Props {
  children: ReactNode;
  /** `warm` for what needs attention, `good` for what is done, `plain` for the rest. */
  tone?: 'lake' | 'warm' | 'good' | 'plain';
}

export function Tag({ children, tone = 'lake' }: Props) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
