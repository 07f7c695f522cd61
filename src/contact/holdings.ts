/** What a contact person holds: present activities, open leads, unanswered follow-ups. Who leaves must hold nothing. */
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { type Issue, Problem } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { ContactPerson } from './contact-person.schema.ts';

export type Held = NonNullable<ContactPerson['holds']>;

/** What `contact_person c` holds, as jsonb. Activities count until they are handed over, also those that are over or archived. */
export const holdsOf = (regionId: string): Sql => sql`jsonb_build_object(
  'activities', (
    select count(*)::int from activity_contact a
    where a.region_id = ${regionId} and a.contact_person_id = c.id and a.until is null),
  'leads', (
    select count(*)::int from lead l join journey j on j.region_id = ${regionId} and j.lead_id = l.id
    where l.region_id = ${regionId} and l.owner_id = c.id and l.merged_into is null and j.closed_at is null),
  'followUps', (
    select count(*)::int from follow_up f
    where f.region_id = ${regionId} and f.assignee_id = c.id and f.answered_at is null and f.cancelled_at is null))`;

const WORDS: Readonly<Record<keyof Held, string>> = {
  activities: 'activities to hand over',
  leads: 'open leads to hand over',
  followUps: 'unanswered follow-ups to hand over',
};

@Injectable()
export class Holdings {
  constructor(private readonly scope: RegionScope) {}

  /**
   * Lets only those go on who hold nothing. The caller holds the contact person's row, so that nobody gives her work meanwhile.
   * @throws Problem 409 `still_holds`, with an issue `holds.…` for each kind and how many there are
   */
  async mustBeNone(contactPersonId: string): Promise<void> {
    const { regionId } = this.scope.here;
    const row = await this.scope.row<{ holds: Held }>(sql`
      select ${holdsOf(regionId)} as holds from contact_person c where c.region_id = ${regionId} and c.id = ${contactPersonId}`);
    const left = Object.entries(row?.holds ?? {}).filter(([, many]) => many > 0) as [keyof Held, number][];
    if (left.length === 0) return;
    const issues: Issue[] = left.map(([kind, many]) => ({ path: `holds.${kind}`, code: 'still_holds', message: `${many} ${WORDS[kind]}` }));
    throw new Problem(409, 'still_holds', `Hand over first: ${issues.map(({ message }) => message).join(', ')}`, issues);
  }
}
