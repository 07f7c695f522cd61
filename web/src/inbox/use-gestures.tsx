/** What can be done with a card: the state of the dialogs that its gestures open, one at a time for the whole inbox. */
import { type ReactNode, useState } from 'react';
import type { InboxLead } from '../../../src/lead/inbox.schema.ts';
import { NoteSheet } from '../lead/note-sheet.tsx';
import { OwnerSheet } from '../lead/owner-sheet.tsx';
import { type StageMoves, useStageMoves } from '../lead/stage-moves.tsx';
import { MessageSheet } from '../mail/message-sheet.tsx';
import type { Reachable } from './reachable.ts';
import { ReachedSheet } from './reached-sheet.tsx';
import { useTake } from './use-take.ts';

/** `sent`: asks whether a mail was sent by her own program. */
export type Reaching = 'call' | 'mail' | 'sent' | 'note';

export interface Gestures {
  /** `onReached`: what follows when a call reached her. */
  readonly reach: (by: Reaching, lead: Reachable, onReached?: () => void) => void;
  readonly give: (lead: InboxLead) => void;
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
  const reaching = useReaching();
  const [given, setGiven] = useState<InboxLead | null>(null);
  const [giving, setGiving] = useState(false);
  const give = (lead: InboxLead) => {
    setGiven(lead);
    setGiving(true);
  };
  const dialogs = (
    <>
      {moves.dialogs}
      {reaching.dialogs}
      {given && <OwnerSheet key={given.id} lead={given} opened={giving} onClose={() => setGiving(false)} />}
    </>
  );
  return { reach: reaching.reach, give, take, taking, moves, dialogs };
}

/** Calling, writing, and noting down what came of it. */
function useReaching(): Pick<Gestures, 'reach' | 'dialogs'> {
  const [begun, setBegun] = useState<{ by: Reaching; lead: Reachable; onReached: (() => void) | undefined } | null>(null);
  const [opened, setOpened] = useState(false);
  const reach: Gestures['reach'] = (by, lead, onReached) => {
    setBegun({ by, lead, onReached });
    setOpened(true);
  };
  const close = () => setOpened(false);
  if (!begun) return { reach, dialogs: null };
  const { by, lead, onReached } = begun;
  const sheet = { lead, opened, onClose: close };
  const dialogs = (
    <>
      {(by === 'call' || by === 'sent') && (
        <ReachedSheet
          {...sheet}
          key={`${by} ${lead.id}`}
          by={by === 'call' ? 'call' : 'mail'}
          onNote={() => reach('note', lead)}
          onReached={by === 'call' ? onReached : undefined}
        />
      )}
      {by === 'mail' && <MessageSheet {...sheet} key={lead.id} onOwnProgram={() => reach('sent', lead)} />}
      {by === 'note' && <NoteSheet {...sheet} key={lead.id} />}
    </>
  );
  return { reach, dialogs };
}
