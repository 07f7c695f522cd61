/** The coverage report as its page asks for it, with its comparison. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Coverage } from '../../../src/report/coverage.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useReportView } from './report-view.tsx';

export const COVERAGE = '/reports/coverage';

export function useCoverage() {
  const { regionPath } = useRegion();
  const { query, comparison } = useReportView();
  return useQuery({ ...apiQuery(regionPath(COVERAGE), Coverage, { ...query, ...comparison }), placeholderData: keepPreviousData });
}
