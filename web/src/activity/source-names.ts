/** Where a figure comes from, in words. */
import { useTranslation } from 'react-i18next';
import type { Source } from '../../../src/activity/metric.schema.ts';

const CHANNELS: readonly string[] = ['youtube', 'google_ads', 'tiktok', 'linkedin', 'instagram'];

export function useSourceName(): (source: Source | 'snapshot') => string {
  const { t } = useTranslation('activity');
  return (source) => (CHANNELS.includes(source) ? t(`channel.${source}`) : t(`source.${source}`));
}
