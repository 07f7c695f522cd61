/** What a person sends from her own page: read like the rest of the contract, with what is wrong in her language. */
import * as z from 'zod';
import type { PublicFault } from '../capture/public-field.ts';
import { isWholeNumber } from '../platform/phone-number.ts';
import type { Say } from '../platform/words/words.ts';
import { Correction } from './own-page.service.ts';
import type { Typed } from './own-page.page.ts';

const text = z.string().max(4000).catch('');
const Sent = z.object({
  name: text,
  email: text,
  phone: text,
  languages: z
    .preprocess((value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]), z.array(z.string().max(20)).max(20))
    .catch([]),
});

export interface Read {
  readonly typed: Typed;
  /** Undefined when something is wrong. */
  readonly change: Correction | undefined;
  readonly faults: readonly PublicFault[];
}

export function readCorrection(body: unknown, say: Say): Read {
  const typed = Sent.catch({ name: '', email: '', phone: '', languages: [] }).parse(body ?? {});
  const told = { ...typed, email: typed.email.trim() || null, phone: typed.phone.trim() || null };
  const parsed = Correction.required({ name: true }).safeParse(told);
  const wrong = new Set(parsed.error?.issues.map(({ path }) => String(path[0])));
  if (told.phone && !isWholeNumber(told.phone)) wrong.add('phone');
  if (parsed.success && wrong.size === 0) return { typed, change: parsed.data, faults: [] };
  const faults = ['name', 'email', 'phone'].filter((name) => wrong.has(name)).map((name) => ({ name, message: say(`fault.${name}`) }));
  return { typed, change: undefined, faults };
}
