/** Who could be responsible: those who speak for the municipalities and the languages first; and who is proposed while nobody was chosen. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Suggestion } from '../../../src/contact/contact-person.schema.ts';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';

const page = pageOf(Suggestion);

const fits = ({ why }: Suggestion) => why.includes('municipality') || why.includes('language');
const isHere = ({ why }: Suggestion) => !why.includes('away');

/** The one chosen last time on this device. */
function useLastKey(): string {
  const { slug, user } = useRegion();
  return `suppilo.contactPerson ${user.id} ${slug}`;
}

export function useLastContactPerson() {
  const key = useLastKey();
  return { last: localStorage.getItem(key), remember: (id: string) => localStorage.setItem(key, id) };
}

export function useSuggestions(municipality: readonly string[], language: readonly string[]) {
  const { regionPath, contactPersonId } = useRegion();
  const { last } = useLastContactPerson();
  const { data } = useQuery({
    ...apiQuery(regionPath('/contact-persons/suggest'), page, { municipality: [...municipality], language: [...language], limit: 200 }),
    placeholderData: keepPreviousData,
  });
  const all = data?.items ?? [];
  const suggested = all.filter((one) => fits(one) && isHere(one));
  const known = (id: string | null) => all.find((one) => one.id === id)?.id;
  return {
    all,
    suggested: suggested.map(({ id }) => id),
    proposed: known(last) ?? suggested[0]?.id ?? known(contactPersonId) ?? (all.length === 1 ? all[0]?.id : undefined) ?? null,
  };
}
