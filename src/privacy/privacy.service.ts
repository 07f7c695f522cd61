/** How a person's data stands: grounds, days, restriction, objection. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type * as z from 'zod';
import { Persons } from '../lead/person.service.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { Objection, Privacy } from './privacy.schema.ts';
import { objectable, UNTIL_LIFTED } from './restriction.service.ts';
import { Subjects } from './subject.service.ts';

interface Standing {
  readonly protected: boolean;
  readonly erasedAt: Date | null;
  readonly because: NonNullable<Privacy['restriction']>['because'] | null;
  readonly until: string | null;
}

@Injectable()
export class PrivacyService {
  constructor(
    private readonly scope: RegionScope,
    private readonly persons: Persons,
    private readonly subjects: Subjects,
  ) {}

  /** For who sees her. @throws NotFound */
  async read(personId: string): Promise<z.input<typeof Privacy>> {
    return this.of(await this.persons.mustSee(personId));
  }

  /** Of the person that remains after merges, whoever looks. */
  async of(personId: string): Promise<z.input<typeof Privacy>> {
    const subject = await this.subjects.of(personId);
    const { regionId } = subject;
    const leads = await this.subjects.leads(subject);
    const standing = await this.scope.row<Standing>(sql`
      select protected, erased_at as "erasedAt", restricted_because as because, restricted_until as until
      from person where region_id = ${regionId} and id = ${personId}`);
    const { because, until, protected: hidden, erasedAt } = standing!;
    const objection = await this.scope.row<z.input<typeof Objection>>(sql`
      select id, at, by_herself as "bySelf", bases, decide_by as "decideBy", decided_at as "decidedAt", decision from objection
      where region_id = ${regionId} and person_id = any(${subject.personIds}::uuid[]) order by at desc, id desc limit 1`);
    return {
      personId,
      protected: hidden,
      erasedAt,
      restriction: because ? { because, until: until === UNTIL_LIFTED ? null : until } : null,
      objection: objection ?? null,
      mayObject: !erasedAt && objectable(leads).length > 0,
      evidence: erasedAt ? [] : await this.subjects.evidence(subject),
      leads,
    };
  }
}
