/** The head of an activity's page: where it belongs, what it is in a line, and what can be done with it. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArchive, IconArchiveOff, IconArrowsExchange, IconCopy, IconDots, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { useFormat } from '../app/format.ts';
import { useMunicipalities } from '../app/municipalities.ts';
import { useRegion } from '../app/region.tsx';
import { ButtonLink, PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Tag } from '../ui/tag.tsx';
import { ActivityHandOverSheet } from './hand-over-sheet.tsx';
import { useChannelChoices } from './channels.ts';
import { useArchive } from './use-archive.ts';

interface Props {
  activity: Activity;
  onAddFigures: () => void;
}

export function ActivityHeader({ activity, onAddFigures }: Props) {
  const { t } = useTranslation('activity');
  const format = useFormat();
  const { pagePath, may } = useRegion();
  const channels = useChannelChoices();
  const municipalities = useMunicipalities();
  const { id, kind, title, channel, startsOn, endsOn, programme, languages, totalCostCents, parent, parts, archived } = activity;
  const facts = [
    endsOn ? format.days(startsOn, endsOn) : t('since', { day: format.day(startsOn) }),
    format.list(activity.municipalities.map((code) => municipalities.name(code) ?? code)),
    programme?.name,
    totalCostCents === null ? undefined : format.money(Math.round(totalCostCents / 100) * 100),
  ].filter(Boolean);
  return (
    <PageHeader
      crumb={
        <>
          <PageLink to={pagePath('/activities')}>{t('nav.activities')}</PageLink>
          {' / '}
          {parent ? <PageLink to={pagePath(`/activities/${parent.id}`)}>{parent.title}</PageLink> : t(`kind.${kind}`)}
        </>
      }
      title={title}
      meta={
        <>
          {archived && <Tag tone="warm">{t('archived')}</Tag>}
          {parts > 0 ? (
            [...new Set(activity.partList.map((part) => part.channel))].map((one) => <Tag key={one}>{channels.name(one)}</Tag>)
          ) : (
            <Tag>{channels.name(channel)}</Tag>
          )}
          {languages.map((code) => (
            <Tag key={code}>{format.language(code)}</Tag>
          ))}
          <span>{facts.join(' · ')}</span>
        </>
      }
      actions={
        may('activity.write') && (
          <>
            <ButtonLink to={pagePath(`/activities/${id}/edit`)} variant="default">
              {t('do.edit')}
            </ButtonLink>
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={onAddFigures}>
              {t('figures.add')}
            </Button>
            <MoreMenu activity={activity} />
          </>
        )
      }
    />
  );
}

function MoreMenu({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  const { pagePath } = useRegion();
  const navigate = useNavigate();
  const archive = useArchive(activity);
  const [handing, { open, close }] = useDisclosure(false);
  const Icon = activity.archived ? IconArchiveOff : IconArchive;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} className="touch" aria-label={t('more')}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCopy size={17} aria-hidden />}
            onClick={() => void navigate({ to: pagePath('/activities/new'), search: { like: activity.id } })}
          >
            {t('another')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowsExchange size={17} aria-hidden />} onClick={open}>
            {t('handOver.open')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon size={17} aria-hidden />} onClick={() => archive.mutate(!activity.archived)}>
            {activity.archived ? t('archive.restore') : t('archive.do')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ActivityHandOverSheet activity={activity} opened={handing} onClose={close} />
    </>
  );
}
