/** The state of many activities: their rows and what they have in common, what is wrong, and the saving. */
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ActivityRowResults } from '../../../src/activity/activity-bulk.schema.ts';
import { api } from '../app/api.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { useDraft } from '../lead/use-draft.ts';
import { afterResults } from '../ui/bulk-table/results.ts';
import { type BulkRow, isEmptyRow, writtenErrors } from '../ui/bulk-table/rows.ts';
import { useBulkRows } from '../ui/bulk-table/use-bulk-rows.ts';
import { type CommonValues, checkActivityRow, columnOfActivity, inputOfRow, noCommon } from './bulk-activity.ts';

const NO_ROWS: readonly BulkRow[] = [];

export function useBulkActivities() {
  const { regionPath } = useRegion();
  const changed = useRegionChanged();
  const [common, setCommon] = useDraft<CommonValues>('many activities: common', noCommon);
  const [rows, setRows] = useDraft<readonly BulkRow[]>('many activities', NO_ROWS);
  const changeRows = useBulkRows(rows, setRows);
  const [isChecked, setChecked] = useState(false);
  const filled = rows.filter((row) => !isEmptyRow(row));
  const wrong = useMemo(() => {
    const found = rows.filter((row) => !isEmptyRow(row)).map((row) => [row.id, checkActivityRow(row, common)] as const);
    return new Map(found.filter(([, errors]) => Object.keys(errors).length > 0));
  }, [rows, common]);
  const errors = new Map(
    rows.map((row) => [row.id, { ...(isChecked ? wrong.get(row.id) : writtenErrors(row, wrong.get(row.id))), ...row.refused }]),
  );
  const save = useMutation({
    mutationFn: async () => {
      const body = { rows: filled.map((row) => inputOfRow(row, common)) };
      const { items } = await api.post(regionPath('/activities/bulk'), body, ActivityRowResults);
      changeRows((all) => afterResults(all, items, columnOfActivity).filter((row) => !isEmptyRow(row)));
      setChecked(false);
      await changed();
      return { saved: items.filter(({ problem }) => !problem).length, refused: items.filter(({ problem }) => problem).length };
    },
  });
  return { common, setCommon, rows, changeRows, errors, wrong, count: filled.length, save, check: () => setChecked(true) };
}
