/** Stands where a page will be while its code comes: the places of heading and panels, so that nothing jumps. */
import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function PageLoading() {
  const { t } = useTranslation();
  return (
    <div role="status">
      <span className="hidden-visually">{t('shell.loading')}</span>
      <Stack gap={18} aria-hidden>
        <Skeleton h={31} w="14rem" radius="sm" />
        <Skeleton h={22} w="min(32rem, 100%)" radius="sm" />
        <Skeleton h={120} radius="lg" mt={10} />
        <Skeleton h={260} radius="lg" />
      </Stack>
    </div>
  );
}
