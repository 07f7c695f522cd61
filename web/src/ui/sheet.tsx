/** A small task above the page: a dialog on wide screens, a sheet at the thumb's end on phones. */
import { Drawer, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './sheet.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Long forms take a phone's whole screen, and no stray click beside them loses what was typed. */
  long?: boolean;
  size?: number;
}

export function Sheet({ opened, onClose, title, children, long = false, size = 520 }: Props) {
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const shared = { opened, onClose, title, classNames: { title: classes.title ?? '', header: classes.header ?? '' } };
  if (isPhone && !long) {
    return (
      <Drawer {...shared} position="bottom" size="auto" radius="lg" classNames={{ ...shared.classNames, content: classes.drawer ?? '' }}>
        {children}
      </Drawer>
    );
  }
  return (
    <Modal {...shared} size={size} closeOnClickOutside={!long} fullScreen={isPhone} {...(isPhone ? { radius: 0 } : {})}>
      {children}
    </Modal>
  );
}

/** The buttons of a sheet, within reach while its form scrolls. */
export function SheetActions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
