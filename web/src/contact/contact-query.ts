/** One contact person with the version she was read at. */
import { queryOptions } from '@tanstack/react-query';
import { ContactPerson } from '../../../src/contact/contact-person.schema.ts';
import { api, apiKey } from '../app/api.ts';

export const contactQuery = (path: string) =>
  queryOptions({ queryKey: [...apiKey(path), 'tagged'], queryFn: ({ signal }) => api.getTagged(path, ContactPerson, { signal }) });

export interface ReadContact {
  readonly value: ContactPerson;
  readonly etag: string | undefined;
}
