/** A table of figures that may be wider than its place: then it scrolls, also by keyboard. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './wide-table.module.css';

interface Props {
  /** What the table shows, for readers. */
  caption: string;
  children: ReactNode;
  stale?: boolean;
}

export function WideTable({ caption, children, stale = false }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const node = frame.current;
    if (!node) return;
    const observer = new ResizeObserver(() => setScrolls(node.scrollWidth > node.clientWidth + 1));
    observer.observe(node);
    if (node.firstElementChild) observer.observe(node.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={frame}
      className={classes.frame}
      data-stale={stale || undefined}
      {...(scrolls ? { role: 'group', 'aria-label': caption, tabIndex: 0 } : {})}
    >
      <table className={classes.table}>
        <caption className="hidden-visually">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export const numeric = classes.numeric ?? '';
export const quiet = classes.quiet ?? '';
export const total = classes.total ?? '';
