/** Carries a card to another column: with the mouse from anywhere on it, with a finger or the keyboard from its handle. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';

export interface Carried {
  id: string;
  from: string;
  /** The column it would fall into. */
  over: string;
  /** How far the pointer moved; zero while the keyboard carries. */
  x: number;
  y: number;
  by: 'pointer' | 'keyboard';
}

interface Options {
  /** The columns in order, by their keys; each element carries `data-column`. */
  columns: readonly string[];
  board: RefObject<HTMLElement | null>;
  onDrop: (id: string, column: string) => void;
}

const threshold = 6;
const edge = 64;

interface Press {
  id: string;
  from: string;
  startX: number;
  startY: number;
  scrollX: number;
}

export function useCardDrag({ columns, board, onDrop }: Options) {
  const [carried, setCarried] = useState<Carried | null>(null);
  const press = useRef<Press | null>(null);

  const columnAt = (x: number, y: number) =>
    document
      .elementsFromPoint(x, y)
      .map((element) => element.closest<HTMLElement>('[data-column]')?.dataset['column'])
      .find((column) => column !== undefined);

  const scrollAtEdge = (x: number) => {
    const box = board.current?.getBoundingClientRect();
    if (!box) return;
    if (x < box.left + edge) board.current?.scrollBy({ left: -14 });
    if (x > box.right - edge) board.current?.scrollBy({ left: 14 });
  };

  const end = (dropped: boolean) => {
    if (dropped && carried && carried.over !== carried.from) onDrop(carried.id, carried.over);
    press.current = null;
    setCarried(null);
  };

  const card = (id: string, from: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const target = event.target as HTMLElement;
      const onHandle = target.closest('[data-handle]') !== null;
      if (event.button !== 0 || (event.pointerType !== 'mouse' && !onHandle) || (!onHandle && target.closest('button'))) return;
      press.current = { id, from, startX: event.clientX, startY: event.clientY, scrollX: board.current?.scrollLeft ?? 0 };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const start = press.current;
      if (!start || start.id !== id) return;
      const x = event.clientX - start.startX;
      const y = event.clientY - start.startY;
      if (!carried && Math.hypot(x, y) < threshold) return;
      if (!carried) event.currentTarget.setPointerCapture(event.pointerId);
      scrollAtEdge(event.clientX);
      const scrolled = (board.current?.scrollLeft ?? 0) - start.scrollX;
      setCarried({ id, from, x: x + scrolled, y, by: 'pointer', over: columnAt(event.clientX, event.clientY) ?? carried?.over ?? from });
    },
    onPointerUp: () => end(carried?.by === 'pointer'),
    onPointerCancel: () => end(false),
  });

  const handle = (id: string, from: string) => ({
    'data-handle': true,
    'aria-pressed': carried?.id === id,
    onBlur: () => carried?.by === 'keyboard' && setCarried(null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const holds = carried?.id === id && carried.by === 'keyboard';
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (event.key === ' ' || event.key === 'Enter') {
        if (holds) end(true);
        else setCarried({ id, from, over: from, x: 0, y: 0, by: 'keyboard' });
      } else if (holds && event.key === 'Escape') end(false);
      else if (holds && step) {
        const over = columns[columns.indexOf(carried.over) + step];
        if (over) setCarried({ ...carried, over });
      } else return;
      event.preventDefault();
    },
  });

  return { carried, card, handle };
}
