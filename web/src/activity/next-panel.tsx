/** An activity was just registered: what usually follows. */
import { Button, Card, CloseButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../src/activity/activity.schema.ts';
import { useRegion } from '../app/region.tsx';
import { ButtonLink } from '../ui/link.tsx';
import classes from './activity.module.css';
import { AttendanceSheet } from './attendance-sheet.tsx';
import { isGathering } from './kinds.ts';

interface Props {
  activity: Activity;
  onAddFigures: () => void;
}

export function NextPanel({ activity, onAddFigures }: Props) {
  const { t } = useTranslation('activity');
  const { pagePath, may } = useRegion();
  const navigate = useNavigate();
  const [recording, { open, close }] = useDisclosure(false);
  const hide = () => void navigate({ to: '.', search: {}, replace: true });
  return (
    <Card role="status" mb={18} bg="var(--good-4)" padding={16}>
      <div className={classes.next}>
        <p>
          <b>{t('next.title')}</b> {t('next.text', { name: activity.contactPerson.name })}
        </p>
        {isGathering(activity.kind) ? (
          <Button variant="default" onClick={open}>
            {t('attendance.record')}
          </Button>
        ) : (
          <Button variant="default" onClick={onAddFigures}>
            {t('figures.add')}
          </Button>
        )}
        {may('lead.write') && (
          <ButtonLink variant="default" to={pagePath('/leads/new')} search={{ activity: activity.id }}>
            {t('next.lead')}
          </ButtonLink>
        )}
        <ButtonLink variant="default" to={pagePath('/activities/new')} search={{ like: activity.id }}>
          {t('another')}
        </ButtonLink>
        <CloseButton aria-label={t('do.close')} onClick={hide} />
      </div>
      <AttendanceSheet activity={activity} opened={recording} onClose={close} />
    </Card>
  );
}
