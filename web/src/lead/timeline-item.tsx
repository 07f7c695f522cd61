/** One entry of a lead's story: what happened, when, by whom; a wrong one can be voided and stays to be seen. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconBan, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { PageLink } from '../ui/link.tsx';
import { Tag } from '../ui/tag.tsx';
import classes from './timeline.module.css';
import { useTimelineWords } from './timeline-words.ts';

interface Props {
  entry: TimelineEntry;
  pipeline: string;
  onVoid: () => void;
}

/** What the API lets one take back. */
const voidable: readonly TimelineEntry['type'][] = ['touch', 'stage', 'outcome', 'follow_up'];

export function TimelineItem({ entry, pipeline, onVoid }: Props) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const { pagePath } = useRegion();
  const { icon: Sign, title, text, tone } = useTimelineWords(pipeline)(entry);
  const { at, actor, voided, touch } = entry;
  return (
    <li className={classes.entry} data-voided={voided ? true : undefined}>
      <span className={classes.sign} data-tone={tone} aria-hidden>
        <Sign size={17} stroke={1.8} />
      </span>
      <div className={classes.words}>
        <p className={classes.what}>
          <span className={classes.title}>{title}</span>
          {touch?.activity && (
            <>
              {' '}
              <PageLink to={pagePath(`/activities/${touch.activity.id}`)}>{touch.activity.title}</PageLink>{' '}
              <Tag>{t(`channel.${touch.activity.channel}`, { defaultValue: touch.activity.channel })}</Tag>
            </>
          )}
        </p>
        {text && <p className={classes.text}>{text}</p>}
        <p className={classes.by}>
          {format.time(at)}
          {actor && ` · ${actor}`}
        </p>
        {voided && (
          <p className={classes.why}>
            {t('story.voided', { reason: voided.reason })}
            {voided.actor && ` · ${voided.actor}`} · {format.day(format.dayOf(voided.at))}
          </p>
        )}
      </div>
      {!voided && voidable.includes(entry.type) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" className={classes.tool} aria-label={t('story.actions', { what: title })}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown aria-label={t('story.actions', { what: title })}>
            <Menu.Item leftSection={<IconBan size={16} aria-hidden />} onClick={onVoid}>
              {t('do.void')}…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
