/** The page while its period is not known yet: the same places, nothing in them. */
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header.tsx';
import classes from './coverage.module.css';

export function CoverageWaiting() {
  const { t } = useTranslation('coverage');
  return (
    <div role="status">
      <span className="hidden-visually">{t('shell.loading')}</span>
      <PageHeader
        title={t('nav.coverage')}
        sentence={<Skeleton component="span" display="block" h={46} w="min(34rem, 100%)" my={4} radius="sm" />}
      />
      <div aria-hidden>
        <Skeleton h={34} mb={18} radius="xl" w="min(40rem, 100%)" />
        <Skeleton h={262} mb={18} radius="lg" />
        <Skeleton h={139} mb={18} radius="lg" />
        <div className={classes.grid}>
          <Skeleton h={620} radius="lg" />
          <Skeleton h={620} radius="lg" />
        </div>
      </div>
    </div>
  );
}
