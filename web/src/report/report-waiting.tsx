/** A report while its period is not known yet: the same places, nothing in them. */
import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header.tsx';

interface Props {
  title: string;
  /** Heights (px) of what stands there once it is known: the sentence, the panels as wide as the page, the two beside each other. */
  sentence: number;
  panels: readonly number[];
  pair: number;
  /** The page's own grid of two. */
  grid: string | undefined;
}

export function ReportWaiting({ title, sentence, panels, pair, grid }: Props) {
  const { t } = useTranslation('report');
  return (
    <div role="status">
      <span className="hidden-visually">{t('shell.loading')}</span>
      <PageHeader
        title={title}
        sentence={<Skeleton component="span" display="block" h={sentence} w="min(34rem, 100%)" my={4} radius="sm" />}
      />
      <div aria-hidden>
        <Skeleton h={34} mb={18} radius="xl" w="min(40rem, 100%)" />
        {panels.map((height) => (
          <Skeleton key={height} h={height} mb={18} radius="lg" />
        ))}
        <div className={grid}>
          <Skeleton h={pair} radius="lg" />
          <Skeleton h={pair} radius="lg" />
        </div>
      </div>
    </div>
  );
}
