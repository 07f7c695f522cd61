/** Where words about a person are: the one list that erasure goes by. A test compares it with the database's own catalogue. */
import sql, { type Sql } from 'sql-template-tag';

/** A person with those merged into her, and all their leads. */
export interface Subject {
  readonly regionId: string;
  /** The person that remains after merges. */
  readonly personId: string;
  readonly personIds: readonly string[];
  readonly leadIds: readonly string[];
}

export interface PersonalTable {
  readonly table: string;
  /** Which of its rows are about her; null: none of its words is. */
  readonly rows: ((subject: Subject) => Sql) | null;
  /** Columns that may tell who she is, with what stands there afterwards. */
  readonly words: Readonly<Record<string, Sql>>;
  /** Columns of text that tell a fact from a closed list, and stay: reports count by them. */
  readonly facts: readonly string[];
  /** Who she is: stays while her participation is a programme's evidence. */
  readonly identity?: true;
}

const NONE = sql`null`;
const EMPTY = sql`''`;
const NO_LANGUAGES = sql`'{}'::text[]`;

const ofLead = ({ leadIds }: Subject): Sql => sql`lead_id = any(${leadIds}::uuid[])`;

/** Every table that belongs to a person or to one of her leads, directly or through another. */
export const PERSONAL: readonly PersonalTable[] = [
  {
    table: 'person',
    identity: true,
    rows: ({ personIds }) => sql`id = any(${personIds}::uuid[])`,
    words: { name: NONE, email: NONE, phone: NONE, phone_e164: NONE, languages: NO_LANGUAGES },
    facts: ['restricted_because'],
  },
  {
    // What a merge would give back when it is undone.
    table: 'person_merge',
    identity: true,
    rows: ({ personIds }) => sql`(person_id = any(${personIds}::uuid[]) or into_id = any(${personIds}::uuid[]))`,
    words: { name: NONE, email: NONE, phone: NONE, languages: NONE },
    facts: ['taken'],
  },
  { table: 'lead_merge', rows: null, words: {}, facts: ['taken'] },
  { table: 'message', rows: null, words: {}, facts: [] },
  { table: 'follow_up_request', rows: null, words: {}, facts: [] },
  { table: 'not_duplicate', rows: null, words: {}, facts: [] },
  { table: 'note', rows: ofLead, words: { text: EMPTY }, facts: [] },
  {
    table: 'mail',
    rows: ({ personIds, leadIds }) =>
      sql`(person_id = any(${personIds}::uuid[]) or about && ${personIds}::uuid[] or lead_id = any(${leadIds}::uuid[]))`,
    words: { from_name: NONE, to_name: NONE, to_email: NONE, reply_to: NONE, subject: NONE, text: NONE, html: NONE },
    facts: ['kind', 'language', 'state', 'last_error'],
  },
  { table: 'lead', rows: null, words: {}, facts: ['intent', 'municipality', 'language', 'origin', 'age_class', 'heard_from'] },
  { table: 'basis', rows: null, words: {}, facts: ['kind', 'notice_version', 'notice_given'] },
  { table: 'touch', rows: null, words: {}, facts: ['how'] },
  { table: 'stage_change', rows: null, words: {}, facts: ['stage', 'reason'] },
  { table: 'owner_change', rows: null, words: {}, facts: [] },
  {
    table: 'outcome',
    rows: null,
    words: {},
    facts: ['type', 'municipality', 'from_country', 'from_municipality', 'residence', 'home_municipality'],
  },
  { table: 'follow_up', rows: null, words: {}, facts: [] },
  { table: 'follow_up_answer', rows: null, words: {}, facts: ['status', 'came_anyway', 'answered_by'] },
  { table: 'void', rows: null, words: {}, facts: ['target'] },
  { table: 'attendee', rows: null, words: {}, facts: [] },
  { table: 'objection', rows: null, words: {}, facts: ['bases', 'decision'] },
  { table: 'erasure', rows: null, words: {}, facts: ['asked_by', 'reason'] },
  { table: 'deletion_notice', rows: null, words: {}, facts: [] },
];
