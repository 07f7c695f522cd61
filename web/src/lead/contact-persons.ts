/** The present contact persons of the region, for choosing an owner. */
import { useQuery } from '@tanstack/react-query';
import { ContactPerson } from '../../../src/contact/contact-person.schema.ts';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { usePhotoAddress } from '../contact/photo-address.ts';

const page = pageOf(ContactPerson);

export function useContactPersons(): readonly ContactPerson[] {
  const { regionPath } = useRegion();
  const { data } = useQuery({ ...apiQuery(regionPath('/contact-persons'), page, { limit: 200 }), staleTime: 5 * 60_000 });
  return data?.items ?? [];
}

/** The same as ContactPersonPicker shows them. */
export function useContactPersonOptions() {
  const format = useFormat();
  const today = format.dayOf();
  const photoOf = usePhotoAddress();
  return useContactPersons().map(({ id, name, title, languages, away, photo }) => ({
    id,
    name,
    photo: photoOf({ id, photo }) ?? null,
    title,
    languages,
    away: away !== null && away.from <= today && today <= away.to,
  }));
}
