/** The list of leads that holds the leads of a report, as far as the list knows its filters. Pure. */
import { addDays } from './days.ts';
import type { Period } from './report-period.ts';
import type { ReportSearch } from './report-search.ts';

/** What the list can't be asked for. */
const BEYOND = ['programme', 'workPackage', 'kind', 'channel', 'contactPerson'] as const;
/** Of these the list takes one. */
const ONE = ['pipeline', 'activity', 'owner'] as const;

export type LeadsSearch = Partial<
  Pick<ReportSearch, 'municipality' | 'language'> &
    Record<(typeof ONE)[number] | 'createdFrom' | 'createdTo', string> &
    Record<'open' | 'untouched', true>
>;

/** `more` narrows it further: without an owner, open, untouched. Null: the list would hold others. */
export function leadsBehind(
  search: ReportSearch,
  { kind, from, to }: Period,
  more: Pick<LeadsSearch, 'owner' | 'open' | 'untouched'>,
): LeadsSearch | null {
  if (BEYOND.some((filter) => search[filter])) return null;
  if (ONE.some((filter) => (search[filter]?.length ?? 0) > 1)) return null;
  if (more.owner !== undefined && search.owner && search.owner[0] !== more.owner) return null;
  const ones = Object.fromEntries(ONE.flatMap((filter) => (search[filter] ? [[filter, search[filter][0]]] : [])));
  const days = kind === 'all' ? {} : { createdFrom: from, createdTo: addDays(to, -1) };
  return { ...ones, municipality: search.municipality, language: search.language, ...days, ...more };
}
