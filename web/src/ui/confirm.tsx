/** Asks before what can't be undone; says plainly what will happen. */
import { modals } from '@mantine/modals';
import i18next from 'i18next';
import type { ReactNode } from 'react';

interface Question {
  title: string;
  /** What will happen, and that it can't be undone where that is so. */
  text: ReactNode;
  /** The verb on the button: "Erase", not "OK". */
  confirm: string;
  /** For what destroys. */
  danger?: boolean;
}

/** True when she confirmed: `if (await confirmed({ … })) erase()`. */
export function confirmed({ title, text, confirm, danger = false }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: text,
      labels: { confirm, cancel: i18next.t('do.cancel') },
      confirmProps: danger ? { color: 'red' } : {},
      closeButtonProps: { 'aria-label': i18next.t('do.close') },
      onConfirm: () => resolve(true),
      onCancel: () => resolve(false),
      onClose: () => resolve(false),
    });
  });
}
