/** A button that stands among chips and looks like them. */
import { UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import classes from './chip-button.module.css';

export function ChipButton(props: UnstyledButtonProps & Omit<ComponentPropsWithRef<'button'>, keyof UnstyledButtonProps>) {
  return <UnstyledButton type="button" {...props} className={classes.chip} />;
}
