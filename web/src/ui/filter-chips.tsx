/** Filters as chips: each opens its choices, and one that is on can be taken off. */
import { Popover, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filter-chips.module.css';

/** The row of chips; `end` stands at the right. */
export function FilterChips({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className={classes.row}>
      {children}
      {end && <div className={classes.end}>{end}</div>}
    </div>
  );
}

interface Props {
  label: string;
  /** What is chosen, in words; none means that the filter is off. */
  value?: string | undefined;
  /** Takes the filter off. */
  onClear?: () => void;
  /** The choices; `close` puts them away. */
  children: (close: () => void) => ReactNode;
  width?: number;
}

export function FilterChip({ label, value, onClear, children, width = 300 }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const on = Boolean(value && onClear);
  return (
    <span className={classes.chip} data-on={on || undefined}>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" width={width} shadow="md" radius="lg" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={classes.open} onClick={() => setOpened(!opened)}>
            {value ? (
              <>
                {label}: <b>{value}</b>
              </>
            ) : (
              label
            )}
            {!on && <IconChevronDown size={14} stroke={1.8} aria-hidden />}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>{children(() => setOpened(false))}</Popover.Dropdown>
      </Popover>
      {on && (
        <UnstyledButton className={classes.clear} aria-label={`${t('do.remove')}: ${label}`} onClick={onClear}>
          <IconX size={14} stroke={2} aria-hidden />
        </UnstyledButton>
      )}
    </span>
  );
}

/** A filter that is only on or off: one press. */
export function ToggleChip({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <span className={classes.chip} data-on={on || undefined}>
      <UnstyledButton className={classes.toggle} aria-pressed={on} onClick={() => onChange(!on)}>
        {on && <IconCheck size={14} stroke={2.2} aria-hidden />}
        {label}
      </UnstyledButton>
    </span>
  );
}
