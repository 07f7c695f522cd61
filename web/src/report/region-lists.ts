/** What a region has to choose from in the filters of its reports: programmes, channels, contact persons who left as well. */
import { useQuery } from '@tanstack/react-query';
import { ContactPerson } from '../../../src/contact/contact-person.schema.ts';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { Channel } from '../../../src/region/channel.schema.ts';
import { Programme } from '../../../src/region/programme.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';

const staleTime = 10 * 60_000;
const all = { limit: 200 };

export function useProgrammes() {
  const { regionPath } = useRegion();
  return useQuery({ ...apiQuery(regionPath('/programmes'), pageOf(Programme), all), staleTime });
}

export function useChannels() {
  const { regionPath } = useRegion();
  return useQuery({ ...apiQuery(regionPath('/channels'), pageOf(Channel), all), staleTime });
}

export function useAllContactPersons() {
  const { regionPath } = useRegion();
  return useQuery({ ...apiQuery(regionPath('/contact-persons'), pageOf(ContactPerson), { ...all, left: 'all' }), staleTime });
}
