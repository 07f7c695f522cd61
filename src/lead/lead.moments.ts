/** When a lead was created and met something, as a client tells it: its clock may be a little ahead of ours. */
import { Unprocessable } from '../platform/problem.ts';

const AHEAD_MS = 5 * 60_000;
const EARLIEST = Date.parse('1990-01-01T00:00:00Z');

/**
 * The instant told, at most now; `otherwise` when none is told.
 * @throws Unprocessable `in_future` beyond five minutes, `too_long_ago` before 1990, at `path`
 */
export function toldInstant(told: string | undefined, path: string, { now, otherwise }: { now: Date; otherwise: Date }): Date {
  if (told === undefined) return otherwise;
  const at = new Date(told);
  if (at.getTime() > now.getTime() + AHEAD_MS) throw new Unprocessable('in_future', path, 'This lies in the future');
  if (at.getTime() < EARLIEST) throw new Unprocessable('too_long_ago', path, 'This lies too long ago');
  return at < now ? at : now;
}
