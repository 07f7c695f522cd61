/** A card with its heading at the left and a note, or a way deeper, at the right. */
import { Card, type CardProps } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

interface Props extends Omit<CardProps, 'title'> {
  title: ReactNode;
  /** Small words at the right: how this is counted, how fresh it is, a link. */
  note?: ReactNode;
  /** Buttons or chips at the right, instead of a note. */
  actions?: ReactNode;
  children: ReactNode;
}

export function Panel({ title, note, actions, children, ...card }: Props) {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} {...card}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {note && <div className={classes.note}>{note}</div>}
        {actions && <div className={`${classes.actions} no-print`}>{actions}</div>}
      </div>
      {children}
    </Card>
  );
}
