/** The menu that moves a lead to another stage: the way that is equal to dragging. */
import { Button, type ButtonProps, Menu } from '@mantine/core';
import { IconArrowRight, IconCheck, IconFlag3, IconFlagOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePipelines } from './lead-options.ts';
import type { StageMoves } from './stage-moves.tsx';
import type { MovableLead } from './use-move.ts';

interface Props {
  lead: MovableLead;
  moves: StageMoves;
  /** The button; without it one that says "Move on". */
  children?: ReactNode;
  button?: ButtonProps;
}

export function MoveMenu({ lead, moves, children, button }: Props) {
  const { t } = useTranslation('lead');
  const pipelines = usePipelines();
  const icon = (stage: string) => {
    if (stage === lead.stage) return <IconCheck size={16} aria-hidden />;
    return stage === 'won' ? <IconFlag3 size={16} aria-hidden /> : <IconArrowRight size={16} aria-hidden />;
  };
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        {children ?? (
          <Button variant="default" aria-label={t('moveNamed', { name: lead.person.name })} {...button}>
            {t('move')}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown aria-label={t('moveNamed', { name: lead.person.name })}>
        {pipelines.stages(lead.pipeline).map(({ key, label }) => (
          <Menu.Item key={key} disabled={key === lead.stage} leftSection={icon(key)} onClick={() => moves.move(lead, key)}>
            {label}
            {key === 'won' && asksMore}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          disabled={lead.stage === 'lost'}
          leftSection={<IconFlagOff size={16} aria-hidden />}
          onClick={() => moves.move(lead, 'lost')}
        >
          {t('stage.lost')}
          {asksMore}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The sign that a choice asks for more before anything happens. */
const asksMore = '…';
