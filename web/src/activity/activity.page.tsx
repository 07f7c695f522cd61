/** One activity: what it turned into, its figures, who is responsible, who came. */
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageLoading } from '../app/page-loading.tsx';
import { ApiProblem } from '../app/problem.ts';
import { useRegion } from '../app/region.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ClicksPanel } from '../link/clicks-panel.tsx';
import { LinkPanel } from '../link/link-panel.tsx';
import { ButtonLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { ActivityHeader } from './activity-header.tsx';
import { activityQuery, type ReadActivity } from './activity-query.ts';
import classes from './activity.module.css';
import { AttendancePanel } from './attendance-panel.tsx';
import { AttendeesPanel } from './attendees-panel.tsx';
import { ContactPanel } from './contact-panel.tsx';
import { DetailsPanel } from './details-panel.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import { FiguresSheet } from './figures-sheet.tsx';
import { hasAttendance } from './kinds.ts';
import { NextPanel } from './next-panel.tsx';
import { NowPanel } from './now-panel.tsx';
import { PartsPanel } from './parts-panel.tsx';
import { TurnedIntoPanel } from './turned-into-panel.tsx';
import { ViewsPanel } from './views-panel.tsx';

const route = getRouteApi('/r/$region/activities/$id');

export function ActivityPage() {
  const { t } = useTranslation('activity');
  const { id } = route.useParams();
  const { regionPath, pagePath } = useRegion();
  const { data, error, refetch } = useQuery(activityQuery(regionPath(`/activities/${id}`)));
  if (data) return <Activity key={id} read={data} />;
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400)) {
    const back = <ButtonLink to={pagePath('/activities')}>{t('nav.activities')}</ButtonLink>;
    return (
      <>
        <PageHeader title={t('word.activity')} />
        <EmptyState title={t('notFoundTitle')} text={t('problem.notFoundText')} action={back} />
      </>
    );
  }
  if (!error) return <PageLoading />;
  return (
    <>
      <PageHeader title={t('word.activity')} />
      <Problem error={error} onRetry={() => void refetch()} />
    </>
  );
}

function Activity({ read: { value: activity } }: { read: ReadActivity }) {
  const { may } = useRegion();
  const { made } = route.useSearch();
  const [adding, { open, close }] = useDisclosure(false);
  const { attendance, organisations, kind, parentId, parts } = activity;
  const gathers = hasAttendance(kind) || attendance !== null || organisations.length > 0;
  return (
    <>
      <ActivityHeader activity={activity} onAddFigures={open} />
      {made && <NextPanel activity={activity} onAddFigures={open} />}
      <div className={classes.columns}>
        <div className={classes.story}>
          <TurnedIntoPanel activity={activity} />
          {kind === 'campaign' && parentId === null && <PartsPanel activity={activity} />}
          <ViewsPanel activity={activity} />
          <ClicksPanel activity={activity} />
          <NowPanel activity={activity} />
          <FiguresPanel activity={activity} onAdd={open} />
        </div>
        <div className={classes.facts}>
          <ContactPanel activity={activity} />
          <LinkPanel activity={activity} />
          {gathers && <AttendancePanel activity={activity} />}
          {gathers && may('lead.read') && <AttendeesPanel activity={activity} />}
          <DetailsPanel activity={activity} />
        </div>
      </div>
      <FiguresSheet activity={activity} opened={adding} onClose={close} key={String(parts)} />
    </>
  );
}
