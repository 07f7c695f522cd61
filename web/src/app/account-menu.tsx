/** The user at the foot of the side menu; opens what belongs to her. */
import { Popover, UnstyledButton } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../ui/initials.tsx';
import { AccountPanel } from './account-panel.tsx';
import { useRegion } from './region.tsx';
import classes from './side-nav.module.css';

export function AccountMenu() {
  const { t } = useTranslation();
  const { user } = useRegion();
  const label = t('shell.account', { name: user.name });
  return (
    <Popover position="top-start" width={310} shadow="md" radius="lg" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.user} aria-label={label}>
          <Initials name={user.name} size={32} />
          <span className={classes.name}>{user.name}</span>
          <IconSelector size={16} stroke={1.7} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <AccountPanel />
      </Popover.Dropdown>
    </Popover>
  );
}
