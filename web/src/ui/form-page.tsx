/** A page that is one form: its head stays in sight, its button within reach, and on phones it has the whole screen. */
import { Button, CloseButton, Stack } from '@mantine/core';
import { type FormEventHandler, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './form-page.module.css';
import { usePageTitle } from './page-header.tsx';

interface Props {
  title: string;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onClose: () => void;
  /** Empties the form; offered once something was written. */
  onStartAgain?: (() => void) | undefined;
  startAgain?: string;
  children: ReactNode;
  /** The button, and what went wrong with the whole. */
  foot: ReactNode;
}

export function FormPage({ title, onSubmit, onClose, onStartAgain, startAgain, children, foot }: Props) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(title);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <form className={classes.page} data-full-page onSubmit={onSubmit} noValidate>
      <header className={classes.head}>
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h1>
        {onStartAgain && (
          <Button variant="subtle" size="sm" onClick={onStartAgain}>
            {startAgain ?? t('do.clear')}
          </Button>
        )}
        <CloseButton size="lg" aria-label={t('do.close')} onClick={onClose} />
      </header>
      <Stack gap={20} className={classes.fields}>
        {children}
      </Stack>
      <footer className={classes.foot}>{foot}</footer>
    </form>
  );
}
