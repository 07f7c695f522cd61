/** What narrows a list of leads, as conditions on the fragments of `lead.reader`. */
import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { addDays, Calendar } from '../platform/calendar.ts';
import { Malformed } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { HISTORY_OF_LEAD } from './lead.reader.ts';
import type { LeadList } from './lead.schema.ts';

/** Open and not touched for 30 days of 24 hours. */
export const UNTOUCHED = sql`j.closed_at is null and j.touched_at < now() - make_interval(hours => 720)`;
/** Open and without a first answer. */
export const WAITING = sql`j.closed_at is null and j.responded is null`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** As `phone_key` in the database does it, for a part of a number. */
const digitsOf = (q: string): string =>
  q
    .replace(/[^0-9+]/g, '')
    .replace(/^\+/, '')
    .replace(/^00/, '')
    .replace(/^0/, '358');

/** All of them. */
export const every = (conditions: readonly Sql[]): Sql =>
  conditions.length
    ? join(
        conditions.map((one) => sql`(${one})`),
        ' and ',
      )
    : sql`true`;

@Injectable()
export class LeadFilter {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
    private readonly calendar: Calendar,
  ) {}

  /** @throws Malformed for an owner that is none */
  async of(query: LeadList): Promise<Sql> {
    const { pipeline, stage, intent, municipality, language, activity, open, waiting, untouched, createdFrom, createdTo } = query;
    const conditions = [await this.search(query)];
    if (pipeline) conditions.push(sql`w.key = ${pipeline}`);
    if (stage.length) conditions.push(sql`j.stage = any(${stage}::text[])`);
    if (intent.length) conditions.push(sql`l.intent = any(${intent}::text[])`);
    if (municipality.length) conditions.push(sql`l.municipality = any(${municipality}::text[]) and not p.protected`);
    if (language.length) conditions.push(sql`l.language = any(${language}::text[])`);
    if (activity) conditions.push(this.met(activity));
    if (open !== undefined) conditions.push(open ? sql`j.closed_at is null` : sql`j.closed_at is not null`);
    if (waiting !== undefined) conditions.push(waiting ? WAITING : sql`not (${WAITING})`);
    if (untouched !== undefined) conditions.push(untouched ? UNTOUCHED : sql`not (${UNTOUCHED})`);
    if (createdFrom) conditions.push(sql`j.created_at >= ${this.calendar.startOf(createdFrom)}`);
    if (createdTo) conditions.push(sql`j.created_at < ${this.calendar.startOf(addDays(createdTo, 1))}`);
    return every(conditions);
  }

  /** By words (name, e-mail, phone) and by owner: a contact person's id, `me`, or `none` for the common inbox. */
  async search({ q, owner }: Pick<LeadList, 'q' | 'owner'>): Promise<Sql> {
    return every([...(owner ? [await this.ownedBy(owner)] : []), ...(q ? [matches(q)] : [])]);
  }

  private async ownedBy(owner: string): Promise<Sql> {
    if (owner === 'none') return sql`l.owner_id is null`;
    if (owner === 'me') return sql`l.owner_id = ${await this.viewer.contactPersonId()}::uuid`;
    if (!UUID.test(owner)) throw new Malformed('wrong_owner', 'owner', 'A contact person, `me` or `none`');
    return sql`l.owner_id = ${owner}::uuid`;
  }

  /** It met the activity or one of its parts. */
  private met(activity: string): Sql {
    return sql`exists (
      select from touch t join activity a on a.region_id = t.region_id and a.id = t.activity_id
      where t.region_id = ${this.scope.here.regionId} and t.lead_id in (${HISTORY_OF_LEAD}) and (a.id = ${activity} or a.parent_id = ${activity})
        and not exists (select from void v where v.region_id = t.region_id and v.target_id = t.id))`;
  }
}

/** Every word of `q` in the name or the e-mail address, or its digits in the phone number. */
function matches(q: string): Sql {
  const words = q.toLowerCase().split(/\s+/).slice(0, 8);
  const named = every(words.map((word) => sql`strpos(lower(concat(p.name, ' ', p.email)), ${word}) > 0`));
  const digits = digitsOf(q);
  return digits.length >= 3 && /^[\d\s()+./-]+$/.test(q) ? sql`${named} or strpos(p.phone_key, ${digits}) > 0` : named;
}
