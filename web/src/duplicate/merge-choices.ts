/** What can be chosen when two become one, and what is sent. */
import type { ComparedPair } from '../../../src/lead/duplicate.schema.ts';
import type { PersonMergeInput } from '../../../src/lead/merge.schema.ts';

export const FIELDS = ['name', 'email', 'phone'] as const;

/** Leads of one wish: whether they become one, and which is kept. */
export interface WishChoice {
  leads: readonly string[];
  one: boolean;
  keep: string;
}
export interface Choices {
  show: Partial<Record<(typeof FIELDS)[number], string>>;
  leads: readonly WishChoice[];
}

/** The one known for longer is kept, and open leads of one wish become one, unless somebody chooses otherwise. */
export const firstChoices = ({ leads }: ComparedPair): Choices => ({
  show: {},
  leads: leads.map(({ keep, merge }) => ({ leads: [keep, ...merge], one: true, keep })),
});

export const inputOf = ({ a, b }: ComparedPair, { show, leads }: Choices): PersonMergeInput => ({
  keep: a.person.id,
  merge: [b.person.id],
  show,
  leads: leads.filter(({ one }) => one).map(({ keep, leads: all }) => ({ keep, merge: all.filter((id) => id !== keep) })),
});
