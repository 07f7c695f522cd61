/** The region's channels: those to choose from, and the name of each. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CHANNELS } from '../../../src/region/channel.schema.ts';
import { useChannels } from '../report/region-lists.ts';

export function useChannelChoices() {
  const { t } = useTranslation();
  const { data } = useChannels();
  return useMemo(() => {
    // The known ones are there at once; the region's own follow when they come.
    const items = data?.items ?? CHANNELS.map((key) => ({ key: key as string, label: null, archived: false }));
    const name = (key: string) => items.find((channel) => channel.key === key)?.label ?? t(`channel.${key}`, { defaultValue: key });
    return {
      all: items.map(({ key }) => ({ value: key, label: name(key) })),
      choices: items.filter(({ archived }) => !archived).map(({ key }) => ({ value: key, label: name(key) })),
      name,
    };
  }, [data, t]);
}
