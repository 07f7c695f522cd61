/** A small way deeper within a line of words, such as "How this is counted". */
import { UnstyledButton } from '@mantine/core';
import type { ComponentProps } from 'react';
import classes from './text-button.module.css';

export function TextButton(props: ComponentProps<typeof UnstyledButton<'button'>>) {
  return <UnstyledButton {...props} className={classes.text} />;
}
