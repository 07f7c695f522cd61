/** A further link of an activity in a line, and one of its channels. */
import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconDownload, IconPencil, IconPlayerPause, IconPlayerPlay, IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import type { Link } from '../../../src/activity/link.schema.ts';
import { useChannelChoices } from '../activity/channels.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { PageLink } from '../ui/link.tsx';
import { CopyButton } from './copy-button.tsx';
import { LinkSheet } from './link-sheet.tsx';
import { LinkState } from './link-state.tsx';
import { pathOf } from './link-query.ts';
import { useChangeLink } from './use-links.ts';

export function FurtherLink({ link }: { link: Link }) {
  const { t } = useTranslation('link');
  const format = useFormat();
  const [changing, { open, close }] = useDisclosure(false);
  return (
    <li>
      <span>
        {link.label ?? link.code}
        <small>
          {link.label && `${link.code} · `}
          {t('clicks', { count: link.clicks, total: format.number(link.clicks) })}
        </small>
        <LinkState link={link} />
      </span>
      <CopyButton address={link.url} />
      <LinkMenu link={link} onChange={open} />
      <LinkSheet activityId={link.activityId} link={link} opened={changing} onClose={close} />
    </li>
  );
}

function LinkMenu({ link, onChange }: { link: Link; onChange: () => void }) {
  const { t } = useTranslation('link');
  const { pagePath, may } = useRegion();
  const navigate = useNavigate();
  const { pause } = useChangeLink(link.id);
  const paused = link.state === 'paused';
  const PauseIcon = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size={36} className="touch" aria-label={t('more', { name: link.label ?? link.code })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(['Svg', 'Png'] as const).map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={pathOf(link[`qr${format}Url`])}
            download={`${link.code}.${format.toLowerCase()}`}
            leftSection={<IconDownload size={17} aria-hidden />}
          >
            QR, {format.toUpperCase()}
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={<IconPrinter size={17} aria-hidden />}
          onClick={() => void navigate({ to: pagePath(`/links/${link.id}/sheet`) })}
        >
          {t('stand')}
        </Menu.Item>
        {may('activity.write') && (
          <>
            <Menu.Item leftSection={<IconPencil size={17} aria-hidden />} onClick={onChange}>
              {t('change')}
            </Menu.Item>
            <Menu.Item leftSection={<PauseIcon size={17} aria-hidden />} onClick={() => pause.mutate(!paused)}>
              {t(paused ? 'resume' : 'pause')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

export function PartLink({ link, part }: { link: Link; part: Activity['partList'][number] | undefined }) {
  const { t } = useTranslation('link');
  const format = useFormat();
  const { pagePath } = useRegion();
  const channels = useChannelChoices();
  return (
    <li>
      <span>
        <PageLink to={pagePath(`/activities/${link.activityId}`)}>{part ? channels.name(part.channel) : link.code}</PageLink>
        <small>
          {link.label ?? link.code} · {t('clicks', { count: link.clicks, total: format.number(link.clicks) })}
        </small>
        <LinkState link={link} />
      </span>
      <CopyButton address={link.url} />
    </li>
  );
}
