/** One choice among chips; when chosen it is filled and ticked, and long words wrap. */
import { Chip, type ChipProps } from '@mantine/core';
import classes from './choice-chip.module.css';

export function ChoiceChip(props: ChipProps & { value: string }) {
  return (
    <Chip size="md" radius="xl" variant="outline" {...props} classNames={{ label: classes.label ?? '', iconWrapper: classes.icon ?? '' }} />
  );
}
