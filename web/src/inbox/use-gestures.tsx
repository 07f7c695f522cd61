/** What can be done with a card: the state of the dialogs that its gestures open, one at a time for the whole inbox. */
import { type ReactNode, useState } from 'react';
import type { InboxLead } from '../../../src/lead/inbox.schema.ts';
import { NoteSheet } from '../lead/note-sheet.tsx';
import { OwnerSheet } from '../lead/owner-sheet.tsx';
import { type StageMoves, useStageMoves } from '../lead/stage-moves.tsx';
import { MessageSheet } from '../mail/message-sheet.tsx';
import { ReachedSheet } from './reached-sheet.tsx';
import { useTake } from './use-take.ts';

/** `sent`: asks whether a mail was sent by her own program. */
export type Gesture = 'call' | 'mail' | 'sent' | 'note' | 'give';

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
      {lead && (gesture === 'call' || gesture === 'sent') && (
        <ReachedSheet
          key={`${gesture} ${lead.id}`}
          lead={lead}
          by={gesture === 'call' ? 'call' : 'mail'}
          opened={opened}
          onClose={close}
          onNote={() => begin('note', lead)}
        />
      )}
      {lead && gesture === 'mail' && (
        <MessageSheet key={lead.id} lead={lead} opened={opened} onClose={close} onOwnProgram={() => begin('sent', lead)} />
      )}
      {lead && gesture === 'note' && <NoteSheet key={lead.id} lead={lead} opened={opened} onClose={close} />}
      {lead && gesture === 'give' && <OwnerSheet key={lead.id} lead={lead} opened={opened} onClose={close} />}
    </>
  );
  return { begin, take, taking, moves, dialogs };
}
