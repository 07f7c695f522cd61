/** Restriction and objection: a person's data is kept and not used, until somebody decides. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Persons } from '../lead/person.service.ts';
import { addMonths, Calendar } from '../platform/calendar.ts';
import { newId } from '../platform/id.ts';
import { Conflict, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { BasisKind } from '../region/region.schema.ts';
import { Erasures } from './erasure.service.ts';
import { OwnPageMails } from './own-page.mails.ts';
import type { Subject } from './personal-words.ts';
import type { DecisionInput, KeptLead } from './privacy.schema.ts';
import { Subjects } from './subject.service.ts';

/** No day of its own: somebody lifts it. */
export const UNTIL_LIFTED = '9999-12-31';
/** What can be objected to (Article 21), and a consent, which can be withdrawn. */
const OBJECTABLE: readonly BasisKind[] = ['public_task', 'legitimate_interest', 'consent'];

/** The grounds among these that a person may object to. */
export const objectable = (leads: readonly KeptLead[]): BasisKind[] => [
  ...new Set(leads.map(({ basis }) => basis).filter((basis) => OBJECTABLE.includes(basis))),
];

interface Standing {
  readonly erased: boolean;
  readonly because: string | null;
}

@Injectable()
export class Restrictions {
  constructor(
    private readonly scope: RegionScope,
    private readonly calendar: Calendar,
    private readonly persons: Persons,
    private readonly subjects: Subjects,
    private readonly erasures: Erasures,
    private readonly mails: OwnPageMails,
  ) {}

  /** From now on her data is kept and not used, until it is lifted. @throws NotFound, Conflict `erased` */
  async restrict(personId: string): Promise<string> {
    const id = await this.persons.mustSee(personId, { lock: true });
    const subject = await this.subjects.of(id, { lock: true });
    const { because } = await this.standing(subject);
    if (!because) await this.set(subject, 'asked');
    return id;
  }

  /**
   * Her data may be used again.
   * @throws NotFound, Conflict `erased`, `evidence` (its day is not over), `objection_open` (it is decided instead)
   */
  async lift(personId: string): Promise<string> {
    const id = await this.persons.mustSee(personId, { lock: true });
    const subject = await this.subjects.of(id, { lock: true });
    const { because } = await this.standing(subject);
    if (because === 'evidence') throw new Conflict('evidence', undefined, 'Her participation is evidence until its day');
    if (because === 'objection') throw new Conflict('objection_open', undefined, 'Decide her objection instead');
    if (because) await this.set(subject, null);
    return id;
  }

  /** An objection that a contact person was told. @throws as `objectFor` does; NotFound */
  async object(personId: string): Promise<string> {
    const id = await this.persons.mustSee(personId, { lock: true });
    await this.objectFor(id, { byHerself: false });
    return id;
  }

  /**
   * Records an objection of the person that remains after merges, and stops contact until it is decided, within a month: by the day
   * that is answered. One that is open already stays, and nothing is answered.
   * @throws Conflict `erased`; Unprocessable `nothing_to_object` when all is kept for a contract
   */
  async objectFor(personId: string, { byHerself }: { byHerself: boolean }): Promise<string | undefined> {
    const subject = await this.subjects.of(personId, { lock: true });
    const { because } = await this.standing(subject);
    const bases = objectable(await this.subjects.leads(subject));
    if (bases.length === 0) throw new Unprocessable('nothing_to_object', '', 'Nothing is kept on a ground that can be objected to');
    const { regionId, actorId } = this.scope.here;
    const [made] = await this.scope.rows<{ decideBy: string }>(sql`
      insert into objection (region_id, id, person_id, bases, by_herself, decide_by, actor_id)
      values (${regionId}, ${newId()}, ${personId}, ${bases}, ${byHerself}, ${addMonths(this.calendar.today(), 1)}, ${actorId})
      on conflict do nothing returning decide_by as "decideBy"`);
    if (because !== 'evidence') await this.set(subject, 'objection');
    return made?.decideBy;
  }

  /** Upheld: she is erased. Rejected: her data may be used again, and she is told why. @throws NotFound, Conflict `no_objection` */
  async decide(personId: string, decided: DecisionInput): Promise<string> {
    const id = await this.persons.mustSee(personId, { lock: true });
    const subject = await this.subjects.of(id, { lock: true });
    const { regionId, actorId } = this.scope.here;
    const open = await this.scope.rows(sql`
      update objection set decided_at = now(), decision = ${decided.decision}, decided_by = ${actorId}
      where region_id = ${regionId} and person_id = any(${subject.personIds}::uuid[]) and decided_at is null returning id`);
    if (open.length === 0) throw new Conflict('no_objection', undefined, 'No objection waits for a decision');
    if (decided.decision === 'upheld') await this.erasures.carryOut(id, { askedBy: 'staff', reason: 'objection' });
    else {
      if ((await this.standing(subject)).because === 'objection') await this.set(subject, null);
      await this.mails.rejected(await this.persons.one(id), decided.reason);
    }
    return id;
  }

  /** @throws Conflict `erased` */
  private async standing({ regionId, personId }: Subject): Promise<Standing> {
    const row = await this.scope.row<Standing>(sql`
      select erased_at is not null as erased, restricted_because as because from person where region_id = ${regionId} and id = ${personId}`);
    if (row!.erased) throw new Conflict('erased', undefined, 'Her data has been erased');
    return row!;
  }

  private async set({ regionId, personIds }: Subject, because: 'asked' | 'objection' | null): Promise<void> {
    await this.scope.rows(sql`
      update person set restricted_because = ${because}, restricted_until = ${because ? UNTIL_LIFTED : null}
      where region_id = ${regionId} and id = any(${personIds}::uuid[])`);
  }
}
