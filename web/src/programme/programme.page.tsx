/** One programme: its money, partners and work packages, and what was done for it. */
import { Button, List, SimpleGrid, Skeleton, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Programme } from '../../../src/region/programme.schema.ts';
import { api, apiKey } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Panel } from '../ui/panel.tsx';
import { Problem } from '../ui/problem.tsx';
import { ProgrammeSheet, type ReadProgramme } from './programme-sheet.tsx';

const route = getRouteApi('/r/$region/programmes/$id');

const programmeQuery = (path: string) =>
  queryOptions({ queryKey: [...apiKey(path), 'tagged'], queryFn: ({ signal }) => api.getTagged(path, Programme, { signal }) });

export function ProgrammePage() {
  const { t } = useTranslation('programme');
  const { id } = route.useParams();
  const { regionPath } = useRegion();
  const { data, error, refetch } = useQuery(programmeQuery(regionPath(`/programmes/${id}`)));
  if (data) return <ProgrammeFacts read={data} />;
  return (
    <>
      <PageHeader title={t('word.programme')} />
      {error ? <Problem error={error} onRetry={() => void refetch()} /> : <Skeleton height={220} radius="md" />}
    </>
  );
}

function ProgrammeFacts({ read }: { read: ReadProgramme }) {
  const { t } = useTranslation('programme');
  const format = useFormat();
  const { pagePath, may } = useRegion();
  const [editing, { open, close }] = useDisclosure(false);
  const programme = read.value;
  const share = programme.euFundingCents === null || programme.budgetCents === 0 ? null : programme.euFundingCents / programme.budgetCents;
  return (
    <>
      <PageHeader
        crumb={<PageLink to={pagePath('/programmes')}>{t('nav.programmes')}</PageLink>}
        title={programme.name}
        meta={[programme.code, format.days(programme.startsOn, programme.endsOn)].filter(Boolean).join(' · ')}
        actions={
          may('programme.write') && (
            <Button variant="default" onClick={open}>
              {t('do.edit')}
            </Button>
          )
        }
      />
      <Stack gap={18}>
        <Panel title={t('money')} note={programme.fundingStatement}>
          <Figures>
            <Figure value={format.money(programme.budgetCents)} label={t('budget')} />
            <Figure
              value={format.money(programme.euFundingCents)}
              label={t('euFunding')}
              note={share === null ? undefined : format.percent(share)}
            />
          </Figures>
        </Panel>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={18}>
          <Panel title={t('word.partners')}>
            <List>
              {programme.partners.map(({ id, name }) => (
                <List.Item key={id}>{name}</List.Item>
              ))}
            </List>
          </Panel>
          <Panel title={t('word.workPackages')}>
            <List>
              {programme.workPackages.map(({ id, code, name }) => (
                <List.Item key={id}>
                  <b>{code}</b> {name}
                </List.Item>
              ))}
            </List>
          </Panel>
        </SimpleGrid>
      </Stack>
      <ProgrammeSheet read={read} opened={editing} onClose={close} />
    </>
  );
}
