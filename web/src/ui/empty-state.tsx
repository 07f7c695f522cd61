/** An empty place: what belongs here, and the one thing to do first. */
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface Props {
  title: string;
  text?: ReactNode;
  /** One button or link. */
  action?: ReactNode;
  icon?: ReactNode;
}

export function EmptyState({ title, text, action, icon }: Props) {
  return (
    <div className={classes.empty}>
      {icon && (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      )}
      <p className={classes.title}>{title}</p>
      {text && <p className={classes.text}>{text}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
