/** The view of the coverage report that its address holds. */
import { getRouteApi } from '@tanstack/react-router';
import { type ReportView, useReportQuestion } from './report-view.tsx';

const route = getRouteApi('/r/$region/coverage');

/** Null while the days of the region's programme are not known. */
export function useCoverageOfAddress(define: ReportView['define']): ReportView | null {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const question = useReportQuestion(search);
  if (!question) return null;
  return {
    ...question,
    search,
    usualPipelines: 'all',
    change: (next) => void navigate({ search: (old) => ({ ...old, ...next }), replace: true, resetScroll: false }),
    define,
  };
}
