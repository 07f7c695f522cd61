/** Moving a lead along its pipeline from anywhere: to won by its outcome, to lost with a reason, elsewhere at once. */
import { type ReactNode, useState } from 'react';
import { OutcomeDialog } from '../outcome/outcome-dialog.tsx';
import { showFailed } from '../ui/toast.tsx';
import { usePipelines } from './lead-options.ts';
import { LostSheet } from './lost-sheet.tsx';
import { type MovableLead, useMove } from './use-move.ts';

export interface StageMoves {
  move: (lead: MovableLead, stage: string) => void;
  /** Opens the outcome dialog of a lead. */
  recordOutcome: (lead: MovableLead) => void;
  /** What the page must show: the dialogs that a move asks for. */
  dialogs: ReactNode;
}

export function useStageMoves(): StageMoves {
  const { mutate } = useMove();
  const pipelines = usePipelines();
  const [asked, setAsked] = useState<{ lead: MovableLead; about: 'outcome' | 'won' | 'lost' } | null>(null);
  const [opened, setOpened] = useState(false);
  const ask = (lead: MovableLead, about: 'outcome' | 'won' | 'lost') => {
    setAsked({ lead, about });
    setOpened(true);
  };
  const close = () => setOpened(false);
  const now = (lead: MovableLead, stage: string) => mutate({ lead, stage }, { onError: showFailed });
  const move = (lead: MovableLead, stage: string) => {
    if (stage === lead.stage) return;
    if (stage === 'lost') ask(lead, 'lost');
    else if (stage === 'won' && pipelines.asksOutcome(lead.pipeline)) ask(lead, 'won');
    else now(lead, stage);
  };
  const withoutOutcome = (lead: MovableLead) => {
    close();
    now(lead, 'won');
  };
  const dialogs = asked && (
    <>
      <LostSheet key={`lost ${asked.lead.id}`} lead={asked.lead} opened={opened && asked.about === 'lost'} onClose={close} />
      <OutcomeDialog
        key={`outcome ${asked.lead.id}`}
        lead={asked.lead}
        opened={opened && asked.about !== 'lost'}
        onClose={close}
        followUpMonths={pipelines.asksOutcome(asked.lead.pipeline) ? (pipelines.of(asked.lead.pipeline)?.followUpMonths ?? []) : []}
        stageLabel={pipelines.stage(asked.lead.pipeline, 'won')}
        onLater={asked.about === 'won' ? () => withoutOutcome(asked.lead) : undefined}
      />
    </>
  );
  return { move, recordOutcome: (lead) => ask(lead, 'outcome'), dialogs };
}
