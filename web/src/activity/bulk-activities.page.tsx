/** Many activities registered at once: what was done in earlier years, with the figures that are known. */
import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../app/region.tsx';
import { BulkPanel } from '../ui/bulk-table/bulk-panel.tsx';
import { confirmed } from '../ui/confirm.tsx';
import { PageLink } from '../ui/link.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Problem } from '../ui/problem.tsx';
import { SavingButton } from '../ui/saving-button.tsx';
import { BulkCommon } from './bulk-common.tsx';
import { useBulkActivities } from './use-bulk-activities.ts';
import { useBulkColumns } from './use-bulk-columns.ts';

export function BulkActivitiesPage() {
  const { t } = useTranslation(['activity-bulk', 'bulk-table']);
  const { pagePath } = useRegion();
  const columns = useBulkColumns();
  const { common, setCommon, rows, changeRows, errors, wrong, count, save, check } = useBulkActivities();
  const [said, say] = useState('');
  const submit = async () => {
    check();
    say(wrong.size > 0 ? t('bulk-table:wrong', { count: wrong.size }) : '');
    if (wrong.size > 0 || save.isPending) return;
    if (!(await confirmed({ title: t('save.title', { count }), text: t('save.noUndo'), confirm: t('save.confirm') }))) return;
    const { saved, refused } = await save.mutateAsync().catch(() => ({ saved: 0, refused: 0 }));
    say(
      [saved > 0 ? t('save.saved', { count: saved }) : '', refused > 0 ? t('bulk-table:wrong', { count: refused }) : ''].join(' ').trim(),
    );
  };
  return (
    <>
      <PageHeader
        title={t('title')}
        sentence={t('sentence')}
        crumb={<PageLink to={pagePath('/activities')}>{t('nav.activities')}</PageLink>}
      />
      <Stack gap="lg">
        <BulkCommon value={common} onChange={setCommon} />
        <BulkPanel label={t('title')} hint={t('hint')} columns={columns} rows={rows} onChange={changeRows} errors={errors} />
        <div>
          <Problem error={save.error} />
          <Text role="status" mb="xs">
            {said}
          </Text>
          {count > 0 && (
            <SavingButton type="button" saving={save.isPending} size="md" onClick={() => void submit()}>
              {t('save.button', { count })}
            </SavingButton>
          )}
        </div>
      </Stack>
    </>
  );
}
