/** What steps are called: the region's own words, and ours for the steps that all pipelines have. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { usePipelines } from '../lead/lead-options.ts';
import { useFunnelView } from './funnel-view.tsx';

const COMMON = ['created', 'responded', 'won'];

interface Step {
  key: string;
  label: string;
}

export function useStepName() {
  const { t } = useTranslation('report');
  const several = useSeveralPipelines();
  const name = useCallback(({ key, label }: Step) => (several && COMMON.includes(key) ? t(`stage.${key}`) : label), [several, t]);
  return { name };
}

/** Over several pipelines a funnel has other steps. */
export function useSeveralPipelines(): boolean {
  const { search } = useFunnelView();
  return (search.pipeline?.length ?? 1) > 1;
}

/** The key of the one pipeline that a funnel is of; undefined over several, or while it is not known. */
export function useOnePipeline(): string | undefined {
  const { search } = useFunnelView();
  const pipelines = usePipelines();
  return useMemo(() => {
    if (search.pipeline) return search.pipeline.length === 1 ? search.pipeline[0] : undefined;
    return pipelines.all[0]?.key;
  }, [search.pipeline, pipelines]);
}
