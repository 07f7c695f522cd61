/** A stage change on a day that may lie before the lead's creation, which then moves back on request. */
import { useState } from 'react';
import { Lead, type LeadChange } from '../../../src/lead/lead.schema.ts';
import { api } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { instantOf } from '../app/zone-time.ts';
import { isBeforeCreation } from './creation-offer.tsx';
import { type Move, useMove } from './use-move.ts';

export interface DatedMove {
  saving: boolean;
  /** Null when the creation is what stands in the way. */
  error: unknown;
  beforeCreation: boolean;
  send: (move: Move) => void;
  /** Moves the creation to that day, then sends the same again. */
  sendWithCreation: (move: Move, day: string) => void;
}

export function useDatedMove(onDone: () => void): DatedMove {
  const { regionPath, timeZone } = useRegion();
  const move = useMove();
  const [moving, setMoving] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const error = failed ?? move.error;
  const beforeCreation = isBeforeCreation(error);
  const send = (input: Move) => {
    setFailed(null);
    move.mutate(input, { onSuccess: onDone });
  };
  const sendWithCreation = (input: Move, day: string) => {
    setMoving(true);
    const change: LeadChange = { createdAt: instantOf(day, timeZone) };
    api
      .patch(regionPath(`/leads/${input.lead.id}`), change, Lead)
      .then(() => send(input), setFailed)
      .finally(() => setMoving(false));
  };
  return { saving: moving || move.isPending, error: beforeCreation ? null : error, beforeCreation, send, sendWithCreation };
}
