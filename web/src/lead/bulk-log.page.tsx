/** Many logged at once, after an event: paste or write the rows, see who is known already, save. */
import { Stack, Text } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';
import { BulkPanel } from '../ui/bulk-table/bulk-panel.tsx';
import { withCell } from '../ui/bulk-table/rows.ts';
import { confirmed } from '../ui/confirm.tsx';
import { PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { BulkCommon } from './bulk-common.tsx';
import { DO } from './bulk-lead.ts';
import { KnownRowMark } from './known-row.tsx';
import { useBulkColumns } from './use-bulk-columns.ts';
import { useBulkLog } from './use-bulk-log.ts';

export function BulkLogPage() {
  const { t } = useTranslation(['lead-bulk', 'lead']);
  const { pagePath } = useRegion();
  const columns = useBulkColumns();
  const { common, setCommon, rows, changeRows, errors, wrong, known, decisionOf, hasMeeting, counts, save, check } = useBulkLog();
  const [said, say] = useState('');
  const total = counts.leads + counts.meetings + counts.undecided;

  // biome-ignore lint/correctness/useExhaustiveDependencies: decisionOf follows from these
  const marks = useMemo(() => {
    const all = new Map<string, ReactNode>();
    for (const row of rows) {
      const who = known.get(row.id);
      if (!who) continue;
      const decide = (decision: string) => changeRows((before) => withCell(before, row.id, DO, decision));
      all.set(
        row.id,
        <KnownRowMark known={who} name={row.cells['name'] ?? ''} decision={decisionOf(row)} hasMeeting={hasMeeting} onDecide={decide} />,
      );
    }
    return all;
  }, [rows, known, hasMeeting, changeRows]);

  const submit = async () => {
    check();
    say(wrong.size > 0 ? t('bulk-table:wrong', { count: wrong.size }) : '');
    if (wrong.size > 0 || save.isPending) return;
    const isSure = await confirmed({ title: t('save.title', { count: total }), text: <What {...counts} />, confirm: t('save.confirm') });
    if (!isSure) return;
    const { saved, refused } = await save.mutateAsync().catch(() => ({ saved: 0, refused: 0 }));
    say(
      [saved > 0 ? t('save.saved', { count: saved }) : '', refused > 0 ? t('bulk-table:wrong', { count: refused }) : ''].join(' ').trim(),
    );
  };

  return (
    <>
      <PageHeader title={t('title')} sentence={t('sentence')} crumb={<PageLink to={pagePath('/leads')}>{t('nav.leads')}</PageLink>} />
      <Stack gap="lg">
        <BulkCommon value={common} onChange={setCommon} />
        <BulkPanel label={t('title')} hint={t('hint')} columns={columns} rows={rows} onChange={changeRows} errors={errors} marks={marks} />
        <div>
          <Problem error={save.error} />
          <Text role="status" mb="xs">
            {said}
          </Text>
          {total + counts.skipped > 0 && (
            <SavingButton type="button" saving={save.isPending} size="md" onClick={() => void submit()}>
              {t('save.button', { count: total })}
            </SavingButton>
          )}
        </div>
      </Stack>
    </>
  );
}

/** Asked before, since history only grows: what will be written, and that it can't be taken back all at once. */
function What({ leads, meetings, skipped }: { leads: number; meetings: number; skipped: number }) {
  const { t } = useTranslation('lead-bulk');
  return (
    <Stack gap="xs">
      <Text>
        {[
          leads > 0 ? t('save.leads', { count: leads }) : '',
          meetings > 0 ? t('save.meetings', { count: meetings }) : '',
          skipped > 0 ? t('save.skipped', { count: skipped }) : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
      <Text>{t('save.noUndo')}</Text>
    </Stack>
  );
}
