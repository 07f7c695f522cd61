/** The head of a page: its h1, the one sentence that says what matters, and what can be done here. */
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegionIfAny } from '../app/region.tsx';
import classes from './page-header.module.css';

interface Props {
  title: string;
  /** One sentence; what matters most in it as <b>. */
  sentence?: ReactNode;
  /** The way back up, e.g. a PageLink to the list. */
  crumb?: ReactNode;
  /** Tags and small facts under the heading. */
  meta?: ReactNode;
  actions?: ReactNode;
}

/** The document's title: the page, the region, the product. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation();
  const region = useRegionIfAny();
  useEffect(() => {
    document.title = [title, region?.name, t('brand')].filter(Boolean).join(' · ');
  }, [title, region?.name, t]);
}

let firstPath: string | undefined;

export function PageHeader({ title, sentence, crumb, meta, actions }: Props) {
  usePageTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? state.location.pathname });

  // After a change of page readers and keyboard start at its heading; on the first load the browser starts at the top.
  useEffect(() => {
    firstPath ??= pathname;
    if (pathname === firstPath) return;
    firstPath = '';
    heading.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <div className={classes.top}>
      <div className={classes.words}>
        {crumb && <div className={classes.crumb}>{crumb}</div>}
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h1>
        {sentence && <p className={classes.sentence}>{sentence}</p>}
        {meta && <div className={classes.meta}>{meta}</div>}
      </div>
      {actions && <div className={`${classes.actions} no-print`}>{actions}</div>}
    </div>
  );
}
