/** One lead: who she is, where she stands, and her whole story. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';
import { ApiProblem } from '../app/problem.ts';
import { PageLoading } from '../app/page-loading.tsx';
import { MergesPanel } from '../duplicate/merges-panel.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { showDone } from '../ui/toast.tsx';
import { DuplicatesPanel } from './duplicates-panel.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { FollowUpsPanel } from './follow-ups-panel.tsx';
import { LeadHeader } from './lead-header.tsx';
import { LeadNotFound } from './lead-not-found.tsx';
import { leadQuery, type ReadLead } from './lead-query.ts';
import classes from './lead.module.css';
import { NotePanel } from './note-panel.tsx';
import { OtherLeadsPanel } from './other-leads-panel.tsx';
import { OwnershipPanel } from './ownership-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import { PrivacyPanel } from './privacy-panel.tsx';
import { StagePanel } from './stage-panel.tsx';
import { useStageMoves } from './stage-moves.tsx';
import { TimelinePanel } from './timeline-panel.tsx';

const route = getRouteApi('/r/$region/leads/$id');

export function LeadPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { regionPath, pagePath } = useRegion();
  const lead = useQuery(leadQuery(regionPath(`/leads/${id}`)));
  if (lead.data) {
    // A lead that was merged into another answers with that one.
    if (lead.data.value.id !== id.toLowerCase()) return <MovedOn to={pagePath(`/leads/${lead.data.value.id}`)} />;
    return <Story key={id} read={lead.data} />;
  }
  if (lead.error instanceof ApiProblem && (lead.error.status === 404 || lead.error.status === 400)) return <LeadNotFound />;
  if (lead.error) {
    return (
      <>
        <PageHeader title={t('word.lead')} />
        <Problem error={lead.error} onRetry={() => void lead.refetch()} />
      </>
    );
  }
  return <PageLoading />;
}

/** Goes on to the lead that this one was merged into, and says so. */
function MovedOn({ to }: { to: string }) {
  const { t } = useTranslation('duplicate');
  useEffect(() => showDone(t('movedOn')), [t]);
  return <Navigate to={to} replace />;
}

function Story({ read }: { read: ReadLead }) {
  const { value: lead } = read;
  const moves = useStageMoves();
  // Of an erased lead there is nobody to reach and nothing to move: what is left is read.
  const erased = lead.erasedAt !== null;
  return (
    <>
      <LeadHeader lead={lead} moves={moves} />
      {!erased && (
        <>
          <DuplicatesPanel lead={lead} />
          <StagePanel lead={lead} moves={moves} />
        </>
      )}
      <div className={classes.columns}>
        <div className={classes.story}>
          {!erased && <NotePanel lead={lead} />}
          <TimelinePanel lead={lead} />
        </div>
        <div className={classes.facts}>
          {!erased && (
            <>
              <FollowUpsPanel lead={lead} />
              <PersonPanel lead={lead} />
            </>
          )}
          <FactsPanel read={read} />
          <OwnershipPanel lead={lead} />
          <OtherLeadsPanel lead={lead} />
          <MergesPanel lead={lead} />
          <PrivacyPanel lead={lead} />
        </div>
      </div>
      {moves.dialogs}
    </>
  );
}
