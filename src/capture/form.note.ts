/** What of a form's answer has no place of its own: it becomes the lead's note, in the region's language. */
import type { Say } from '../platform/words/words.ts';
import { municipalityName } from '../platform/municipality.schema.ts';
import type { FormAnswer } from './form.answer.ts';

/** What is kept of a known person. */
export interface Kept {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/**
 * When it would be, the message, and of a known person what she wrote otherwise than it is kept: that is for a contact person to judge,
 * since anybody could write it. Undefined when there is nothing of these.
 */
export function noteOf(answer: FormAnswer, known: Kept | undefined, say: Say): string | undefined {
  const differs = (key: 'name' | 'email' | 'phone') =>
    known && answer[key] && same(answer[key]) !== same(known[key] ?? '') ? [say(`note.${key}`, { text: answer[key] })] : [];
  const place = answer.municipality && municipalityName(answer.municipality);
  const lines = [
    ...(answer.when ? [say('note.when', { text: answer.when })] : []),
    ...differs('name'),
    ...differs('email'),
    ...differs('phone'),
    ...(known && answer.intent ? [say('note.intent', { text: say(`intent.${answer.intent}`) })] : []),
    ...(known && place ? [say('note.municipality', { text: place })] : []),
  ];
  const text = [lines.join('\n'), answer.message ?? ''].filter(Boolean).join('\n\n');
  return text ? text.slice(0, 4000) : undefined;
}

const same = (text: string): string => text.toLowerCase().replaceAll(/[\s()./-]+/g, '');
