/** Holds new cards back while she reads further down, so that nothing jumps under her eyes; says how many wait above. */
import { useEffect, useRef, useState } from 'react';
import type { Inbox } from '../../../src/lead/inbox.schema.ts';

/** Pixels from the top beyond which she counts as reading further down. */
const AWAY = 160;

const SECTIONS = ['common', 'waiting', 'wroteAgain', 'followUps', 'returned', 'untouched', 'outcomeMissing', 'snoozed'] as const;

export interface Quietly {
  readonly shown: Inbox | undefined;
  /** How many cards are held back. */
  readonly more: number;
  /** Shows them, at the top. */
  readonly show: () => void;
}

export function useQuietly(fresh: Inbox | undefined): Quietly {
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null);
  const latest = useRef(fresh);
  latest.current = fresh;
  useEffect(() => {
    const look = () => {
      const isAway = window.scrollY > AWAY;
      setKnown((before) => (isAway ? (before ?? idsOf(latest.current)) : null));
    };
    look();
    window.addEventListener('scroll', look, { passive: true });
    return () => window.removeEventListener('scroll', look);
  }, []);
  const show = () => {
    setKnown(null);
    window.scrollTo({ top: 0 });
  };
  if (!fresh || !known) return { shown: fresh, more: 0, show };
  const more = [...idsOf(fresh)].filter((id) => !known.has(id)).length;
  return { shown: more > 0 ? without(fresh, known) : fresh, more, show };
}

const idsOf = (inbox: Inbox | undefined): Set<string> =>
  new Set(inbox ? SECTIONS.flatMap((section) => inbox[section].items.map(({ id }) => id)) : []);

/** The inbox without what is not known yet. */
function without(inbox: Inbox, known: ReadonlySet<string>): Inbox {
  const sections = SECTIONS.map((name) => {
    const { total, items } = inbox[name];
    const kept = (items as readonly { id: string }[]).filter(({ id }) => known.has(id));
    return [name, { total: total - items.length + kept.length, items: kept }];
  });
  return { ...inbox, ...Object.fromEntries(sections) };
}
