/** The bulk log's state: its rows and what they have in common, what is wrong or known, and the saving. */
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LeadRowResults } from '../../../src/lead/lead-bulk.schema.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useRegionChanged } from '../app/region-changed.ts';
import { afterResults } from '../ui/bulk-table/results.ts';
import { type BulkRow, isEmptyRow, writtenErrors } from '../ui/bulk-table/rows.ts';
import { useBulkRows } from '../ui/bulk-table/use-bulk-rows.ts';
import { type CommonValues, checkLeadRow, columnOfLead, DO, leadOfRow, meetingOfRow, noCommon } from './bulk-lead.ts';
import { useDraft } from './use-draft.ts';
import { useKnownRows, usualDecision } from './use-known-rows.ts';

const NO_ROWS: readonly BulkRow[] = [];

export function useBulkLog() {
  const { t } = useTranslation('lead');
  const format = useFormat();
  const { timeZone, regionPath } = useRegion();
  const changed = useRegionChanged();
  const [common, setCommon] = useDraft<CommonValues>('many leads: common', noCommon);
  const [rows, setRows] = useDraft<readonly BulkRow[]>('many leads', NO_ROWS);
  const changeRows = useBulkRows(rows, setRows);
  const known = useKnownRows(rows);
  const [isChecked, setChecked] = useState(false);
  const around = { timeZone, today: format.dayOf(), talkedNote: t('new.talkedNote') };
  const hasMeeting = common.met !== null && (common.met.by !== 'referral' || Boolean(common.met.organisation));

  const filled = rows.filter((row) => !isEmptyRow(row));
  const decisionOf = (row: BulkRow) => {
    const chosen = row.cells[DO];
    const isGone = chosen && chosen !== 'new' && chosen !== 'skip' && !hasMeeting;
    return chosen && !isGone ? chosen : usualDecision(known.get(row.id), hasMeeting);
  };
  const decided = filled.map((row) => ({ row, decision: decisionOf(row) }));
  const { today, talkedNote } = around;
  // biome-ignore lint/correctness/useExhaustiveDependencies: decided follows from these
  const wrong = useMemo(() => {
    const found = new Map<string, Record<string, string>>();
    for (const { row, decision } of decided) {
      const errors = checkLeadRow({ ...row, cells: { ...row.cells, [DO]: decision } }, common, { timeZone, today, talkedNote });
      if (Object.keys(errors).length > 0) found.set(row.id, errors);
    }
    return found;
  }, [rows, known, common, timeZone, today, talkedNote]);
  const errors = new Map(
    rows.map((row) => [row.id, { ...(isChecked ? wrong.get(row.id) : writtenErrors(row, wrong.get(row.id))), ...row.refused }]),
  );

  const save = useMutation({
    mutationFn: async () => {
      const kept = decided.filter(({ decision }) => decision !== 'skip');
      const body = kept.map(({ row, decision }) =>
        decision === 'new' ? leadOfRow(row, common, around) : meetingOfRow(row, decision, common, around),
      );
      const { items } = body.length > 0 ? await api.post(regionPath('/leads/bulk'), { rows: body }, LeadRowResults) : { items: [] };
      // What nobody chose to leave out stays in the table, with its question.
      const skipped = decided.filter(({ row }) => row.cells[DO] === 'skip').map(({ row }) => row.id);
      changeRows((all) => afterResults(all, items, columnOfLead).filter((row) => !skipped.includes(row.id) && !isEmptyRow(row)));
      setChecked(false);
      await changed();
      return { saved: items.filter(({ problem }) => !problem).length, refused: items.filter(({ problem }) => problem).length };
    },
  });
  const counts = {
    leads: decided.filter(({ decision }) => decision === 'new').length,
    meetings: decided.filter(({ decision }) => !['new', 'skip', ''].includes(decision)).length,
    undecided: decided.filter(({ decision }) => decision === '').length,
    skipped: decided.filter(({ decision }) => decision === 'skip').length,
  };
  return { common, setCommon, rows, changeRows, errors, wrong, known, decisionOf, hasMeeting, counts, save, check: () => setChecked(true) };
}
