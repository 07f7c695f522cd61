/** A sheet for an event stand, to be printed: the heading, a large QR code, the address in words, a face to ask, and who pays. */
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../../../src/activity/link.schema.ts';
import { activityQuery } from '../activity/activity-query.ts';
import { apiQuery } from '../app/api.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { useRegion } from '../app/region.tsx';
import { PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { StandSheet } from './stand-sheet.tsx';
import classes from './stand-sheet.module.css';

const route = getRouteApi('/r/$region/links/$id/sheet');
const SIZES = ['A4', 'A5'] as const;

export function StandSheetPage() {
  const { t } = useTranslation('link');
  const { id } = route.useParams();
  const { regionPath, pagePath } = useRegion();
  const link = useQuery(apiQuery(regionPath(`/links/${id}`), Link));
  const activityPath = regionPath(`/activities/${link.data?.activityId}`);
  const activity = useQuery({ ...activityQuery(activityPath), enabled: link.data !== undefined });
  const [size, setSize] = useState<(typeof SIZES)[number]>('A4');
  const [heading, setHeading] = useState<string>();
  const error = link.error ?? activity.error;
  const read = activity.data?.value;
  if (!link.data || !read) {
    return error ? (
      <>
        <PageHeader title={t('sheet.title')} />
        <Problem error={error} onRetry={() => void Promise.all([link.refetch(), activity.refetch()])} />
      </>
    ) : (
      <PageLoading />
    );
  }
  return (
    <>
      <style>{`@media print { @page { size: ${size}; margin: 0 } }`}</style>
      <PageHeader
        crumb={<PageLink to={pagePath(`/activities/${read.id}`)}>{read.title}</PageLink>}
        title={t('sheet.title')}
        actions={
          <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => print()}>
            {t('do.print')}
          </Button>
        }
      />
      <div className={`${classes.choices} no-print`}>
        <TextInput
          label={t('sheet.heading')}
          maxLength={90}
          value={heading ?? read.title}
          onChange={({ currentTarget }) => setHeading(currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('sheet.size')}
          data={[...SIZES]}
          value={size}
          onChange={(chosen) => setSize(chosen as (typeof SIZES)[number])}
        />
      </div>
      <StandSheet activity={read} link={link.data} heading={heading?.trim() || read.title} small={size === 'A5'} />
    </>
  );
}
