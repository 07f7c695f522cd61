/** Beside a row of the bulk log: who it may be, and the choice between a new lead, one more meeting, and leaving it out. */
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../app/zod-form.ts';
import type { KnownRow } from './use-known-rows.ts';

interface Props {
  known: KnownRow;
  name: string;
  /** `''` while somebody must decide. */
  decision: string;
  /** Where it was met is chosen: only then can a meeting be added. */
  hasMeeting: boolean;
  onDecide: (decision: string) => void;
}

export function KnownRowMark({ known: { found, sameAs }, name, decision, hasMeeting, onDecide }: Props) {
  const { t } = useTranslation(['lead-bulk', 'lead']);
  const seen = found.filter(({ leadId }) => leadId !== null);
  const words = found.map(({ name: known, owner, why }) =>
    known
      ? `${known} ${t(`lead:duplicate.${why}`)}`
      : owner
        ? t('lead:duplicate.elsewhere', { owner })
        : t('lead:duplicate.elsewhereNobody'),
  );
  const isOpen = decision === '';
  const choices = [
    ...(isOpen ? [{ value: '', label: t('decide.choose') }] : []),
    { value: 'new', label: t('decide.new') },
    ...(hasMeeting ? seen.map(({ leadId, name: known }) => ({ value: leadId ?? '', label: t('decide.meeting', { name: known }) })) : []),
    { value: 'skip', label: t('decide.skip') },
  ];
  return (
    <>
      <span>{[...(sameAs === undefined ? [] : [t('sameAs', { number: sameAs + 1 })]), ...words].join(' ')}</span>
      <NativeSelect
        aria-label={t('decide.label', { name })}
        size="xs"
        data={choices}
        value={decision}
        error={isOpen && problemWords(hasMeeting || seen.length === 0 ? 'undecided' : 'undecided_unmet')}
        onChange={(event) => onDecide(event.currentTarget.value)}
      />
    </>
  );
}
