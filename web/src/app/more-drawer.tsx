/** All of the menu on phones, with the region's change and what belongs to the user. */
import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Membership } from '../../../src/access/session.schema.ts';
import { AccountPanel } from './account-panel.tsx';
import { MenuGroups } from './menu-groups.tsx';
import classes from './more-drawer.module.css';
import { useRegion } from './region.tsx';
import { RegionSwitch } from './region-switch.tsx';
import type { CurrentMenu } from './use-menu.ts';

interface Props {
  opened: boolean;
  onClose: () => void;
  menu: CurrentMenu;
  memberships: readonly Membership[];
}

export function MoreDrawer({ opened, onClose, menu, memberships }: Props) {
  const { t } = useTranslation();
  const { user } = useRegion();
  return (
    <Drawer opened={opened} onClose={onClose} position="bottom" size="auto" title={user.name}>
      {memberships.length > 1 && <RegionSwitch memberships={memberships} />}
      <nav aria-label={t('nav.moreTitle')}>
        <MenuGroups menu={menu} onClick={onClose} />
      </nav>
      <div className={classes.account}>
        <AccountPanel />
      </div>
    </Drawer>
  );
}
