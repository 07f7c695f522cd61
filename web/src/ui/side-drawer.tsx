/** What is behind a figure, beside the page: at the right on wide screens, the whole screen on phones. */
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './side-drawer.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  size?: number;
}

export function SideDrawer({ opened, onClose, title, children, size = 460 }: Props) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={size}
      padding={22}
      overlayProps={{ backgroundOpacity: 0.25 }}
      classNames={{ title: classes.title ?? '', header: classes.header ?? '' }}
    >
      {children}
    </Drawer>
  );
}
