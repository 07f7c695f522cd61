/** The menu on phones, within reach of a thumb: the first lines, the round button that adds, and the rest behind More. */
import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Membership } from '../../../src/access/session.schema.ts';
import classes from './bottom-bar.module.css';
import type { MenuItem } from './menu.ts';
import { useRegion } from './region.tsx';
import { useMenu } from './use-menu.ts';
import { Waiting } from './waiting.tsx';

const MoreDrawer = lazy(() => import('./more-drawer.tsx').then(({ MoreDrawer }) => ({ default: MoreDrawer })));

export function BottomBar({ memberships }: { memberships: readonly Membership[] }) {
  const { t } = useTranslation();
  const { pagePath } = useRegion();
  const menu = useMenu();
  const [wasOpened, setWasOpened] = useState(false);
  const [opened, { open, close }] = useDisclosure(false, { onOpen: () => setWasOpened(true) });
  const first = menu.items.slice(0, 3);
  const line = (item: MenuItem | undefined) =>
    item && (
      <Link
        key={item.key}
        to={pagePath(item.path)}
        className={classes.item}
        data-current={item === menu.current || undefined}
        activeProps={{ 'aria-current': item === menu.current ? 'page' : undefined }}
      >
        <item.icon size={22} stroke={1.6} aria-hidden />
        {t(`nav.${item.key}`)}
        {item.count && <Waiting count={item.count} className={classes.waiting} />}
      </Link>
    );
  return (
    <>
      <nav aria-label={t('nav.main')} className={`${classes.bar} no-print`} data-adds={menu.addition ? true : undefined}>
        {line(first[0])}
        {line(first[1])}
        {menu.addition && (
          <Link to={pagePath(menu.addition.path)} className={classes.plus} aria-label={t(`nav.${menu.addition.key}`)}>
            <IconPlus size={26} stroke={2.2} aria-hidden />
          </Link>
        )}
        {line(first[2])}
        <UnstyledButton className={classes.item} onClick={open} aria-haspopup="dialog">
          <IconMenu2 size={22} stroke={1.6} aria-hidden />
          {t('nav.more')}
        </UnstyledButton>
      </nav>
      <Suspense>{wasOpened && <MoreDrawer opened={opened} onClose={close} menu={menu} memberships={memberships} />}</Suspense>
    </>
  );
}
