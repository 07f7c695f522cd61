/** Where a contact person's photo is, for members of the region. */
import { apiUrl } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';

/** Undefined for who has none. Its address changes with the picture. */
export function usePhotoAddress(): (person: { id: string; photo: string | null }) => string | undefined {
  const { regionPath } = useRegion();
  return ({ id, photo }) => (photo ? apiUrl(regionPath(`/contact-persons/${id}/photo`), { v: photo }) : undefined);
}
