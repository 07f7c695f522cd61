/** A row of the bulk log and how it becomes a lead, or one more meeting of a lead that is known. */
import { LeadInput } from '../../../src/lead/lead.schema.ts';
import { PersonInput } from '../../../src/lead/person.schema.ts';
import type { Intent } from '../../../src/lead/pipeline.schema.ts';
import { problemWords, withoutBlanks, zodForm } from '../app/zod-form.ts';
import { instantOf } from '../app/zone-time.ts';
import { dayOfCell, dayProblem, municipalityOfCell } from '../ui/bulk-table/cell-values.ts';
import type { BulkRow } from '../ui/bulk-table/rows.ts';
import { howAt, isEvent, type Met, touchOf } from './met-at.ts';

/** What all rows have in common unless they say otherwise. */
export interface CommonValues {
  met: Met | null;
  /** Whether they have talked; null while nobody said. */
  talked: boolean | null;
  intent: Intent | null;
  municipality: string | null;
  contactPersonId: string | null;
  on: string | null;
}
export const noCommon: CommonValues = { met: null, talked: null, intent: null, municipality: null, contactPersonId: null, on: null };

/** The row's key for what is done with it: `new`, `skip`, `''` while it is undecided, or the id of the lead that it meets. */
export const DO = 'do';

export interface Around {
  timeZone: string;
  today: string;
  /** The note that says that they have talked, when nothing else was noted. */
  talkedNote: string;
}

const isOtherDay = (day: string | undefined, today: string): day is string => day !== undefined && day !== today;

const isConversation = (met: Met | null) => met?.by === 'activity' && howAt(met.kind) === 'conversation';

/** Face to face people talk, unless somebody says that they did not. */
export const haveTalked = ({ met, talked }: CommonValues): boolean => talked ?? isConversation(met);

function touchesOf(common: CommonValues, at: string | undefined) {
  const { met } = common;
  if (!met) return [];
  const wereOnlyThere = met.by === 'activity' && isEvent(met.kind) && !haveTalked(common);
  return [touchOf(met, at, wereOnlyThere ? 'attendance' : undefined)];
}

/** A conversation answers them by itself; else a note tells that they have talked. */
function noteOf(note: string | undefined, common: CommonValues, { talkedNote }: Around) {
  const isContact = haveTalked(common) && !isConversation(common.met);
  return isContact ? { note: note?.trim() || talkedNote, contact: true } : { note };
}

const instantOfRow = ({ cells }: BulkRow, { on }: CommonValues, { timeZone, today }: Pick<Around, 'timeZone' | 'today'>) => {
  const day = dayOfCell(cells['on'] ?? '') ?? on ?? undefined;
  return isOtherDay(day, today) ? instantOf(day, timeZone, '12:00') : undefined;
};

export function leadOfRow(row: BulkRow, common: CommonValues, around: Around): Partial<LeadInput> {
  const { name = '', email, phone, intent, municipality, owner, note } = row.cells;
  const at = instantOfRow(row, common, around);
  return withoutBlanks({
    id: row.id,
    person: { name, email, phone, languages: [] },
    intent: ((intent || common.intent) ?? undefined) as Intent | undefined,
    municipality: (municipality?.trim() ? municipalityOfCell(municipality) : common.municipality) ?? undefined,
    contactPersonId: (owner || common.contactPersonId) ?? undefined,
    touches: touchesOf(common, at),
    createdAt: at,
    ...noteOf(note, common, around),
  });
}

/** One more meeting of the lead. */
export function meetingOfRow(row: BulkRow, leadId: string, common: CommonValues, around: Around) {
  const { note } = noteOf(row.cells['note'], common, around);
  return withoutBlanks({ id: row.id, leadId, touch: touchesOf(common, instantOfRow(row, common, around))[0], note });
}

const COLUMNS: Readonly<Record<string, string>> = {
  'person.name': 'name',
  'person.email': 'email',
  'person.phone': 'phone',
  intent: 'intent',
  municipality: 'municipality',
  contactPersonId: 'owner',
  createdAt: 'on',
  'touches.0.at': 'on',
  'touch.at': 'on',
  note: 'note',
};
export const columnOfLead = (path: string): string | undefined => COLUMNS[path];

/** What is wrong with a row, by column; the same rules as the single form's. */
export function checkLeadRow(row: BulkRow, common: CommonValues, around: Around): Record<string, string> {
  const { municipality = '', on = '', [DO]: decision } = row.cells;
  const found: Record<string, string> = {};
  const wrong = (column: string, code: string) => {
    found[column] = problemWords(code) ?? code;
  };
  if (municipality.trim() && !municipalityOfCell(municipality)) wrong('municipality', 'unknown_place');
  const badDay = dayProblem(on);
  if (badDay) wrong('on', badDay);
  if (decision === '') wrong(DO, 'undecided');
  if (decision === 'skip') return {};
  const input = leadOfRow(row, common, around);
  const { person: _, ...ofLead } = zodForm<unknown>(LeadInput)(input);
  const ofPerson = zodForm<unknown>(PersonInput)(input.person ?? {});
  for (const [path, words] of Object.entries(ofLead)) found[COLUMNS[path] ?? ''] ??= String(words);
  for (const [path, words] of Object.entries(ofPerson)) found[COLUMNS[`person.${path}`] ?? ''] ??= String(words);
  return found;
}
