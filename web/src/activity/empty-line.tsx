/** An empty place within a page that has more to say: what belongs here, and the way to put it there. */
import type { ReactNode } from 'react';
import classes from './activity.module.css';

export function EmptyLine({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}
