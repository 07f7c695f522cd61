/** Where a lead stands on its pipeline; each step is one press away, lost asks why. */
import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowRight, IconCalendarPlus, IconFlag3, IconFlagOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Lead } from '../../../src/lead/lead.schema.ts';
import { useFormat } from '../app/format.ts';
import { Panel } from '../ui/panel.tsx';
import { type Stage, useLostReasons, usePipelines } from './lead-options.ts';
import { MoveMenu } from './move-menu.tsx';
import { StageDaySheet } from './stage-day-sheet.tsx';
import type { StageMoves } from './stage-moves.tsx';
import classes from './stage-panel.module.css';

export function StagePanel({ lead, moves }: { lead: Lead; moves: StageMoves }) {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const pipelines = usePipelines();
  const reasons = useLostReasons();
  const [dating, date] = useDisclosure(false);
  const steps = pipelines.stages(lead.pipeline);
  const reached = reachedDays(lead, steps, format.dayOf);
  const at = steps.findIndex(({ key }) => key === lead.stage);
  const isLost = lead.stage === 'lost';
  const furthest = isLost ? steps.findLastIndex(({ key }) => reached.has(key)) : at;
  const next = steps[furthest + 1];
  const since =
    lead.timeline.find(({ type, stage, voided }) => type === 'stage' && !voided && stage?.stage === lead.stage)?.at ?? lead.createdAt;
  const state = (index: number) => (index < furthest ? 'passed' : index > furthest ? 'ahead' : isLost ? 'passed' : 'here');
  return (
    <Panel
      title={pipelines.of(lead.pipeline)?.label ?? t('field.pipeline')}
      note={t(isLost ? 'stagePanel.lostSince' : 'stagePanel.since', { day: format.day(format.dayOf(since)), ago: format.ago(since) })}
      mb={18}
    >
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li key={step.key} className={classes.step} data-state={state(index)}>
            <button
              type="button"
              onClick={() => moves.move(lead, step.key)}
              aria-current={index === at ? 'step' : undefined}
              disabled={index === at}
            >
              <b>{step.label}</b>
              <span>{stepWords(reached.get(step.key), index === at)}</span>
            </button>
          </li>
        ))}
      </ol>
      <div className={classes.short}>
        <div className={classes.bars} aria-hidden>
          {steps.map(({ key }, index) => (
            <span key={key} data-state={state(index)} />
          ))}
        </div>
        <p>
          <b>{isLost ? t('stage.lost') : pipelines.stage(lead.pipeline, lead.stage)}</b>
        </p>
      </div>
      {isLost && <p className={classes.lost}>{t('stagePanel.lostWhy', { reason: reasons.name(lead.lostReason ?? 'other') })}</p>}
      <Group gap={8} mt={12}>
        {next && !isLost && (
          <Button
            className={classes.next}
            rightSection={<IconArrowRight size={17} aria-hidden />}
            onClick={() => moves.move(lead, next.key)}
          >
            {t('stagePanel.next', { stage: next.label })}
          </Button>
        )}
        <span className={isLost ? undefined : classes.menu}>
          <MoveMenu lead={lead} moves={moves}>
            <Button variant="default">{t(isLost ? 'stagePanel.reopen' : 'stagePanel.other')}</Button>
          </MoveMenu>
        </span>
        <Button
          hiddenFrom="sm"
          variant="subtle"
          size="sm"
          leftSection={<IconFlag3 size={17} aria-hidden />}
          onClick={() => moves.recordOutcome(lead)}
        >
          {t('recordOutcome')}
        </Button>
        <Button variant="subtle" size="sm" leftSection={<IconCalendarPlus size={17} aria-hidden />} onClick={date.open}>
          {t('stagePanel.earlier')}
        </Button>
        {!isLost && (
          <Button
            className={classes.end}
            variant="subtle"
            size="sm"
            leftSection={<IconFlagOff size={17} aria-hidden />}
            onClick={() => moves.move(lead, 'lost')}
          >
            {t('stagePanel.end')}
          </Button>
        )}
      </Group>
      <StageDaySheet key={lead.stage} lead={lead} opened={dating} onClose={date.close} />
    </Panel>
  );

  function stepWords(day: string | undefined, isHere: boolean): string {
    if (day) return format.day(day);
    return isHere ? '' : t('stagePanel.moveHere');
  }
}

/** The first day of each step that counts; the first step begins with the lead. */
function reachedDays(lead: Lead, steps: readonly Stage[], dayOf: (instant: string) => string): Map<string, string> {
  const days = new Map<string, string>();
  const first = steps[0]?.key;
  if (first) days.set(first, dayOf(lead.createdAt));
  for (const { type, stage, voided, at } of [...lead.timeline].reverse()) {
    if (type === 'stage' && stage && !voided && !days.has(stage.stage)) days.set(stage.stage, dayOf(at));
  }
  return days;
}
