/** Whether the product can send mails here. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { MailSetup } from '../../../src/region/mail-setup.schema.ts';
import { api } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';

const mailSetupQuery = (path: string) =>
  queryOptions({ queryKey: [path], queryFn: ({ signal }) => api.get(path, MailSetup, { signal }), staleTime: 5 * 60_000 });

/** Undefined while it is not known. */
export function useMailSetup(wanted = true): MailSetup | undefined {
  const { regionPath } = useRegion();
  return useQuery({ ...mailSetupQuery(regionPath('/mail')), enabled: wanted }).data;
}
