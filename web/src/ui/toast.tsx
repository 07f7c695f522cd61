/** Short notices after something was done, with its undo where there is one. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import i18next from 'i18next';
import { errorWords } from './problem.tsx';

interface NextStep {
  label: string;
  onClick: () => void;
}

/** Says what was done; `next` are the steps that usually follow. */
export function showDone(message: string, next: readonly NextStep[] = []): void {
  const icon = <IconCheck size={18} aria-hidden />;
  if (next.length === 0) {
    notifications.show({ message, color: 'good', icon, autoClose: 5000 });
    return;
  }
  const id = notifications.show({
    color: 'good',
    icon,
    autoClose: 10_000,
    message: (
      <>
        {message}
        <span style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 }}>
          {next.map(({ label, onClick }) => (
            <Button
              key={label}
              variant="default"
              size="xs"
              onClick={() => {
                notifications.hide(id);
                onClick();
              }}
            >
              {label}
            </Button>
          ))}
        </span>
      </>
    ),
  });
}

/** Says that something done in passing (not in a form, which shows it in its place) failed, and why. */
export function showFailed(error: unknown): void {
  const { title, text } = errorWords(error, i18next.t);
  notifications.show({ title, message: text, color: 'red', icon: <IconAlertTriangle size={18} aria-hidden />, autoClose: 12_000 });
}

/** Says what was done and takes it back on request; stays ten seconds, longer while it has pointer or focus. */
export function showUndo(message: string, undo: () => unknown): void {
  const id = notifications.show({
    autoClose: 10_000,
    color: 'good',
    icon: <IconCheck size={18} aria-hidden />,
    message: (
      <span style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 12 }}>
        <span style={{ minWidth: 0 }}>{message}</span>
        <Button
          variant="default"
          size="xs"
          style={{ flexShrink: 0 }}
          onClick={() => {
            notifications.hide(id);
            void undo();
          }}
        >
          {i18next.t('do.undo')}
        </Button>
      </span>
    ),
  });
}
