/** Copies an address, and says that it did. */
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showFailed } from '../ui/toast.tsx';
import { bare } from './link-query.ts';

export function CopyButton({ address }: { address: string }) {
  const { t } = useTranslation('link');
  const { copied, copy, error } = useClipboard({ timeout: 2500 });
  const Icon = copied ? IconCheck : IconCopy;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      style={{ flexShrink: 0 }}
      aria-label={copied ? t('copied') : t('copy', { address: bare(address) })}
      leftSection={<Icon size={15} aria-hidden />}
      onClick={() => {
        copy(address);
        if (error || !navigator.clipboard) showFailed(new Error(t('copyFailed')));
      }}
    >
      <span aria-live="polite">{copied ? t('copied') : t('do.copy')}</span>
    </Button>
  );
}
