/** What can be done with a card: the state of the dialogs that its gestures open, one at a time for the whole inbox. */
import { type ReactNode, useState } from 'react';
import type { InboxLead } from '../../../src/lead/inbox.schema.ts';
import { NoteSheet } from '../lead/note-sheet.tsx';
import { OwnerSheet } from '../lead/owner-sheet.tsx';
import { type StageMoves, useStageMoves } from '../lead/stage-moves.tsx';
import { ReachedSheet } from './reached-sheet.tsx';
import { useTake } from './use-take.ts';

export type Gesture = 'call' | 'mail' | 'note' | 'give';

export interface Gestures {
  readonly begin: (gesture: Gesture, lead: InboxLead) => void;
  readonly take: (lead: InboxLead) => void;
  /** The lead that is being taken now. */
  readonly taking: string | undefined;
  readonly moves: StageMoves;
  /** What the page must show. */
  readonly dialogs: ReactNode;
}

export function useGestures(): Gestures {
  const moves = useStageMoves();
  const { take, taking } = useTake();
  const [begun, setBegun] = useState<{ gesture: Gesture; lead: InboxLead } | null>(null);
  const [opened, setOpened] = useState(false);
  const begin = (gesture: Gesture, lead: InboxLead) => {
    setBegun({ gesture, lead });
    setOpened(true);
  };
  const close = () => setOpened(false);
  const { gesture, lead } = begun ?? {};
  const dialogs = (
    <>
      {moves.dialogs}
      {lead && (gesture === 'call' || gesture === 'mail') && (
        <ReachedSheet
          key={`${gesture} ${lead.id}`}
          lead={lead}
          by={gesture}
          opened={opened}
          onClose={close}
          onNote={() => begin('note', lead)}
        />
      )}
      {lead && gesture === 'note' && <NoteSheet key={lead.id} lead={lead} opened={opened} onClose={close} />}
      {lead && gesture === 'give' && <OwnerSheet key={lead.id} lead={lead} opened={opened} onClose={close} />}
    </>
  );
  return { begin, take, taking, moves, dialogs };
}
