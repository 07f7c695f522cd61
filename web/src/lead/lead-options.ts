/** What a region has set for its leads: pipelines with their stages, reasons for lost, answers to 'How did you hear of us?'. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Option, Pipeline } from '../../../src/lead/pipeline.schema.ts';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { keptQuery } from '../offline/kept-answer.ts';

const pipelinePage = pageOf(Pipeline);
const optionPage = pageOf(Option);
const staleTime = 10 * 60_000;

export interface Stage {
  key: string;
  label: string;
  archived: boolean;
}

export interface Pipelines {
  /** Those in use, in the region's order. */
  all: readonly Pipeline[];
  of: (key: string) => Pipeline | undefined;
  /** The steps of a pipeline that a lead may be moved to. */
  stages: (pipeline: string) => readonly Stage[];
  /** Whether what is won asks for its outcome: a service's end is its own result, and its follow-ups run from there. */
  asksOutcome: (pipeline: string) => boolean;
  /** The name of a stage, `lost` and archived ones too. */
  stage: (pipeline: string, stage: string) => string;
}

export function usePipelines(): Pipelines {
  const { t } = useTranslation();
  const { regionPath } = useRegion();
  const { data } = useQuery({ ...apiQuery(regionPath('/pipelines'), pipelinePage), staleTime });
  return useMemo(() => {
    const items = data?.items ?? [];
    const of = (key: string) => items.find((pipeline) => pipeline.key === key);
    return {
      all: items.filter(({ archived }) => !archived),
      of,
      stages: (key) => of(key)?.stages.filter(({ archived }) => !archived) ?? [],
      asksOutcome: (key) => of(key)?.followUpFrom !== 'closing',
      stage: (key, stage) =>
        stage === 'lost'
          ? t('stage.lost')
          : (of(key)?.stages.find((one) => one.key === stage)?.label ?? t(`stage.${stage}`, { defaultValue: stage })),
    };
  }, [data, t]);
}

interface Options {
  /** Those to choose from. */
  choices: readonly { value: string; label: string }[];
  /** The name of any, archived ones too. */
  name: (key: string) => string;
}

type RegionPath = (path: string) => string;
const optionsQuery = (regionPath: RegionPath, path: string) => ({ ...keptQuery(regionPath(path), optionPage), staleTime });
export const heardFromQuery = (regionPath: RegionPath) => optionsQuery(regionPath, '/heard-from-options');

function useOptions(path: string, known: string): Options {
  const { t } = useTranslation();
  const { regionPath } = useRegion();
  const { data } = useQuery(optionsQuery(regionPath, path));
  return useMemo(() => {
    const items = data?.items ?? [];
    const word = (key: string, label: string | null | undefined) => label ?? t(`${known}.${key}`, { defaultValue: key });
    return {
      choices: items.filter(({ archived }) => !archived).map(({ key, label }) => ({ value: key, label: word(key, label) })),
      name: (key) => word(key, items.find((option) => option.key === key)?.label),
    };
  }, [data, known, t]);
}

export const useLostReasons = (): Options => useOptions('/lost-reasons', 'lostReason');
export const useHeardFrom = (): Options => useOptions('/heard-from-options', 'channel');
