/** Who attended, as persons: known ones by their id, e-mail or phone, else new ones. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { newId } from '../platform/id.ts';
import { Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { AttendanceInput } from './attendance.schema.ts';
import { type Match, PersonMatching } from './person.matching.ts';
import type { PersonInput } from './person.schema.ts';
import { e164Of } from '../platform/phone-number.ts';
import { Visibility, visiblePersons } from './visibility.ts';

export type AttendeeInput = NonNullable<AttendanceInput['attendees']>[number];

/** `personId`: she is known as this person already. */
interface Told extends Match {
  readonly person: PersonInput;
}

@Injectable()
export class AttendancePeople {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
    private readonly visibility: Visibility,
    private readonly matching: PersonMatching,
  ) {}

  /**
   * The person of each attendee, in their order. Nobody is made twice: the same e-mail is the same person, and the same phone where
   * no e-mail speaks against it.
   * @throws Unprocessable `unknown_person` at `attendees.N.personId`
   */
  async personsOf(attendees: readonly AttendeeInput[]): Promise<string[]> {
    const named = await this.named(attendees);
    const told = await this.told(attendees.flatMap(({ person }) => person ?? []));
    const made: (Told & { readonly id: string })[] = [];
    const ids = told.map((one) => {
      const known = one.personId ?? made.find((other) => isSame(one, other))?.id;
      if (known) return known;
      const id = newId();
      made.push({ ...one, id });
      return id;
    });
    await this.add(made);
    let next = 0;
    return attendees.map(({ personId }) => (personId === undefined ? ids[next++]! : named.get(personId.toLowerCase())!));
  }

  /** Those named by their id, whom the viewer sees, each as the person that remains after a merge. */
  private async named(attendees: readonly AttendeeInput[]): Promise<Map<string, string>> {
    const asked = attendees.flatMap(({ personId }) => personId ?? []);
    if (asked.length === 0) return new Map();
    const sees = this.viewer.may('lead.read') ? visiblePersons(await this.visibility.sight()) : sql`false`;
    const rows = await this.scope.rows<{ asked: string; id: string }>(sql`
      select named.id as asked, p.id from person named
      join person p on p.region_id = named.region_id and p.id = coalesce(named.merged_into, named.id)
      where named.region_id = ${this.scope.here.regionId} and named.id = any(${asked}::uuid[]) and p.erased_at is null and (${sees})`);
    const known = new Map(rows.map((row) => [row.asked, row.id]));
    const unknown = attendees.findIndex(({ personId }) => personId !== undefined && !known.has(personId.toLowerCase()));
    if (unknown >= 0) throw new Unprocessable('unknown_person', `attendees.${unknown}.personId`, 'There is no such person');
    return known;
  }

  /** What is told of persons, with whom they are already known to be, whoever sees these. */
  private async told(people: readonly PersonInput[]): Promise<Told[]> {
    const matches = await this.matching.each(people);
    return people.map((person, at) => ({ person, ...matches[at]! }));
  }

  private async add(made: readonly (Told & { readonly id: string })[]): Promise<void> {
    await this.scope.rows(sql`
      insert into person (region_id, id, name, email, phone, phone_e164, languages, protected)
      select ${this.scope.here.regionId}, id, name, email, phone, phone_e164, string_to_array(languages, ','), protected
      from unnest(${made.map(({ id }) => id)}::uuid[], ${made.map(({ person }) => person.name)}::text[],
                  ${made.map(({ person }) => person.email ?? null)}::text[], ${made.map(({ person }) => person.phone ?? null)}::text[], ${made.map(({ person }) => e164Of(person.phone))}::text[],
                  ${made.map(({ person }) => person.languages.join(','))}::text[], ${made.map(({ person }) => person.protected ?? false)}::boolean[])
        as t (id, name, email, phone, phone_e164, languages, protected)`);
  }
}

/** The same e-mail, or the same phone where one of them tells no e-mail. */
function isSame(one: Told, other: Told): boolean {
  if (one.person.email && other.person.email) return one.person.email === other.person.email;
  return one.phone !== null && one.phone === other.phone;
}
