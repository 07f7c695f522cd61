/** A number that opens to what is behind it. */
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './open-number.module.css';

interface Props {
  /** The number and what it counts, for readers: "Instagram, Contacted: 12 leads". */
  label: string;
  onOpen: () => void;
  children: ReactNode;
}

export function OpenNumber({ label, onOpen, children }: Props) {
  return (
    <UnstyledButton className={classes.number} aria-label={label} onClick={onOpen}>
      {children}
    </UnstyledButton>
  );
}
