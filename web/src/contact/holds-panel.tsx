/** What a contact person holds, and the one step that gives all of it to another; only then she can leave. */
import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ContactPerson } from '../../../src/contact/contact-person.schema.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { confirmed } from '../ui/confirm.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Panel } from '../ui/panel.tsx';
import { showDone, showFailed, showUndo } from '../ui/toast.tsx';
import { HandOverSheet } from './hand-over-sheet.tsx';

export function HoldsPanel({ person, holds }: { person: ContactPerson; holds: NonNullable<ContactPerson['holds']> }) {
  const { t } = useTranslation('contact');
  const format = useFormat();
  const { regionPath, may } = useRegion();
  const changed = useRegionChanged();
  const [handing, { open, close }] = useDisclosure(false);
  const total = holds.activities + holds.leads + holds.followUps;
  const go = useMutation({
    mutationFn: (way: 'leave' | 'return') => api.post(regionPath(`/contact-persons/${person.id}/${way}`), {}, ContactPerson),
    onError: showFailed,
    onSuccess: async (_, way) => {
      await changed();
      if (way === 'leave') showUndo(t('leave.done', { name: person.name }), () => go.mutate('return'));
      else showDone(t('leave.back', { name: person.name }));
    },
  });
  const leave = async () => {
    if (await confirmed({ title: t('leave.title', { name: person.name }), text: t('leave.text'), confirm: t('leave.leave') }))
      go.mutate('leave');
  };
  return (
    <Panel title={t('holds.title')} note={total > 0 ? t('holds.note') : t('holds.nothing')}>
      <Figures>
        <Figure value={format.number(holds.activities)} label={t('holds.activities', { count: holds.activities })} />
        <Figure value={format.number(holds.leads)} label={t('holds.leads', { count: holds.leads })} />
        <Figure value={format.number(holds.followUps)} label={t('holds.followUps', { count: holds.followUps })} />
      </Figures>
      {may('contact.handOver') && (
        <Group mt="lg" className="no-print">
          {person.left ? (
            <Button variant="default" loading={go.isPending} onClick={() => go.mutate('return')}>
              {t('leave.return')}
            </Button>
          ) : (
            <>
              <Button disabled={total === 0} onClick={open}>
                {t('handOver.open')}
              </Button>
              <Button variant="default" disabled={total > 0} loading={go.isPending} onClick={() => void leave()}>
                {t('leave.leave')}
              </Button>
              {total > 0 && (
                <Text size="sm" c="dimmed">
                  {t('leave.first')}
                </Text>
              )}
            </>
          )}
        </Group>
      )}
      <HandOverSheet person={person} opened={handing} onClose={close} />
    </Panel>
  );
}
