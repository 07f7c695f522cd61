/** The privacy notice of each partner: what people are told now, and what they were told before. */
import { Grid, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { NoticeList } from '../../../src/privacy/notice.schema.ts';
import { apiQuery } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { SettingsFrame } from '../settings/settings-frame.tsx';
import { Problem } from '../ui/problem.tsx';
import { NoticeEditor } from './notice-editor.tsx';
import { NoticeVersions } from './notice-versions.tsx';
import { PartnerChoice } from './partner-choice.tsx';

export function NoticesPage() {
  return (
    <SettingsFrame page="notices">
      <PartnerChoice>{({ id }) => <Notices key={id} partnerId={id} />}</PartnerChoice>
    </SettingsFrame>
  );
}

function Notices({ partnerId }: { partnerId: string }) {
  const { regionPath } = useRegion();
  const path = regionPath(`/partners/${partnerId}/notices`);
  const { data, error, refetch } = useQuery(apiQuery(path, NoticeList));
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={420} radius="md" />;
  const current = data.items.find((notice) => notice.current);
  return (
    <Grid gap={18} align="flex-start">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <NoticeEditor key={current?.version} path={path} current={current} builtIn={data.builtIn} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <NoticeVersions notices={data.items} />
      </Grid.Col>
    </Grid>
  );
}
