/** One use of a tracked link: what is kept of it, and how that is read from a request. Never an address, never a cookie. */
import { isbot } from 'isbot';

export type Device = 'phone' | 'tablet' | 'desktop' | 'other';

/** A row of `click`. */
export interface Click {
  readonly regionId: string;
  /** UUIDv7, made when it happened: recording it again changes nothing. */
  readonly id: string;
  readonly linkId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Host of the page it came from. */
  readonly referrer: string | null;
  /** The first language that the visitor's browser asks for, without its country. */
  readonly language: string | null;
  readonly device: Device;
  /** Hash of the visitor for one day, as hex; only where the region switched it on. */
  readonly visitor: string | null;
}

export const referrerOf = (referer: string | undefined): string | null =>
  referer ? (/^https?:\/\/(?:[^/@?#]*@)?([a-z0-9.-]{1,253})(?=[:/?#]|$)/i.exec(referer)?.[1]?.toLowerCase() ?? null) : null;

export const languageOf = (acceptLanguage: string | undefined): string | null =>
  acceptLanguage ? (/^\s*([a-z]{2,3})(?=[-;,\s]|$)/i.exec(acceptLanguage)?.[1]?.toLowerCase() ?? null) : null;

/** By what the browser says of itself; a tablet that calls itself a computer counts as one. */
export function deviceOf(agent: string): Device {
  if (/iPad|Tablet|PlayBook|Silk|Kindle|Android(?!.*Mobile)/i.test(agent)) return 'tablet';
  if (/Mobi|iPhone|iPod|Android/i.test(agent)) return 'phone';
  return /Windows NT|Macintosh|X11|CrOS|Linux/i.test(agent) ? 'desktop' : 'other';
}

const VERDICTS = 2_000;
const verdicts = new Map<string, boolean>();

/**
 * Whether a program asks and no human: known bots and link previewers (the list of `isbot`), and whoever does not say what it is.
 * Verdicts are remembered, for the list costs more than the rest of a redirect.
 */
export function isProgram(agent: string | undefined): boolean {
  if (!agent) return true;
  const known = verdicts.get(agent);
  if (known !== undefined) return known;
  const verdict = isbot(agent);
  if (verdicts.size >= VERDICTS) verdicts.clear();
  verdicts.set(agent, verdict);
  return verdict;
}
