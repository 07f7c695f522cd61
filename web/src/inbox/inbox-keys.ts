/** The inbox by keyboard: from card to card, and the letters that press a card's buttons. */
import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';

/** Letters, in the order in which the sheet lists them. */
export const LETTERS = ['c', 'e', 'n', 's', 'm', 'g', 't'] as const;
export type Letter = (typeof LETTERS)[number];

/** Marks the button that a letter presses. */
export const shortcut = (letter: Letter) => ({ 'data-key': letter, 'aria-keyshortcuts': letter });

/** Marks a card: what `j` and `k` go through. */
export const card = { 'data-card': true, tabIndex: -1 } as const;

const CARD = '[data-card]';
/** Where letters mean what is typed, or another thing. */
const BUSY = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';

/** Single letters can be switched off, for who speaks to her computer (WCAG 2.1.4). */
export const useLettersOn = () => useLocalStorage({ key: 'suppilo.letters', defaultValue: true, getInitialValueInEffect: false });

/** @param onHelp opens the sheet that lists the keys */
export function useInboxKeys(onHelp: () => void): void {
  const [lettersOn] = useLettersOn();
  /** Where she was, when her card has gone. */
  const place = useRef(0);
  const help = useRef(onHelp);
  help.current = onHelp;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target as HTMLElement;
      if (target.closest(BUSY) || document.querySelector('[aria-modal="true"]')) return;
      const current = target.closest<HTMLElement>(CARD);
      const wanted = keyOf(event.key, current, lettersOn);
      if (!wanted) return;
      event.preventDefault();
      if (wanted === 'help') help.current();
      else if (typeof wanted === 'number') place.current = goTo(current, wanted, place.current);
      else wanted.click();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [lettersOn]);
}

/** How far to go, what to press, or the help; undefined: the key means nothing here. */
function keyOf(key: string, current: HTMLElement | null, lettersOn: boolean): number | 'help' | HTMLElement | undefined {
  if (current && key === 'ArrowDown') return 1;
  if (current && key === 'ArrowUp') return -1;
  if (current && key === 'Enter' && document.activeElement === current) return current.querySelector<HTMLElement>('a[href]') ?? undefined;
  if (!lettersOn) return undefined;
  if (key === 'j') return 1;
  if (key === 'k') return -1;
  if (key === '?') return 'help';
  return /^[a-z]$/.test(key) ? (current?.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? undefined) : undefined;
}

/** Focuses the card that lies so far from the present one, or stands where she was. Its place among all. */
function goTo(current: HTMLElement | null, step: number, last: number): number {
  const cards = [...document.querySelectorAll<HTMLElement>(CARD)];
  const wanted = current ? cards.indexOf(current) + step : last;
  const at = Math.max(0, Math.min(cards.length - 1, wanted));
  cards[at]?.focus({ preventScroll: true });
  cards[at]?.scrollIntoView({ block: 'nearest' });
  return at;
}
