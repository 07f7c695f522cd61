/** The number that waits behind a line of the menu. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MenuItem } from './menu.ts';
import { useRegion } from './region.tsx';

interface Props {
  count: NonNullable<MenuItem['count']>;
  className: string | undefined;
}

export function Waiting({ count, className }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(count(useRegion()));
  if (!data) return null;
  return (
    <span className={className}>
      <span aria-hidden>{data}</span>
      <span className="hidden-visually">{t('shell.waiting', { count: data })}</span>
    </span>
  );
}
