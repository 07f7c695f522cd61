/** Changes to another of the user's regions. */
import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Membership } from '../../../src/access/session.schema.ts';
import { useRegion } from './region.tsx';
import classes from './region-switch.module.css';

export function RegionSwitch({ memberships }: { memberships: readonly Membership[] }) {
  const { t } = useTranslation();
  const { slug, name } = useRegion();
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={`${t('shell.region')}: ${name}`}>
          <span className={classes.name}>{name}</span>
          <IconSelector size={16} stroke={1.7} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('shell.region')}>
        {memberships.map(({ region }) => (
          <Menu.Item
            key={region.slug}
            renderRoot={(props) => <Link to="/r/$region" params={{ region: region.slug }} {...props} />}
            rightSection={region.slug === slug ? <IconCheck size={16} aria-hidden /> : null}
          >
            {region.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
