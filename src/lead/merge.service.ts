/** Merges persons and leads that are one, and parts them again. */
import { Injectable } from '@nestjs/common';
import { newId } from '../platform/id.ts';
import { Conflict, Unprocessable } from '../platform/problem.ts';
import { MergeHolding } from './merge.holding.ts';
import { LeadMerges } from './merge.lead.ts';
import { PersonMerges } from './merge.person.ts';
import { type LeadMergeInput, type Merged, type PersonMergeInput, type Shown, UNDO_DAYS } from './merge.schema.ts';
import { Persons } from './person.service.ts';
import type { LeadRow } from './visibility.ts';

/** Which leads become which; all of them roots. */
interface Pair {
  readonly keep: LeadRow;
  readonly merge: readonly LeadRow[];
}
interface Plan {
  readonly keepPersonId: string;
  readonly personIds: readonly string[];
  readonly pairs: readonly Pair[];
  readonly apart: readonly LeadRow[];
  readonly show: Shown;
}
/** As the routes send it: instants become text there. */
export type MergeDone = Omit<Merged, 'undoUntil'> & { readonly undoUntil: Date };

const sameWish = (one: LeadRow, other: LeadRow): boolean => one.pipelineId === other.pipelineId && one.intent === other.intent;
const others = (keep: string, ids: readonly string[]): string[] => [...new Set(ids)].filter((id) => id !== keep);
/** Until when a merge of this instant can be undone. */
export const undoUntil = (at: Date): Date => new Date(at.getTime() + UNDO_DAYS * 86_400_000);

@Injectable()
export class Merges {
  constructor(
    private readonly holding: MergeHolding,
    private readonly personMerges: PersonMerges,
    private readonly leadMerges: LeadMerges,
    private readonly persons: Persons,
  ) {}

  /**
   * Leads of one wish become the kept one, and their persons one person. A lead that wants something else stays a lead of its own, of
   * the same person.
   * @throws Unprocessable `unknown_lead` at the field; Conflict `already_merged`, or `different_wish` when nothing would become one;
   *   what `MergeHolding.hold` throws
   */
  async leads({ keep: keepId, merge, show }: LeadMergeInput): Promise<MergeDone> {
    const keep = await this.holding.lead(keepId, 'keep');
    const asked: LeadRow[] = [];
    for (const [at, id] of merge.entries()) asked.push(await this.holding.lead(id, `merge.${at}`));
    const named = [...new Map(asked.map((lead) => [lead.id, lead])).values()].filter(({ id }) => id !== keep.id);
    if (named.length === 0) throw new Conflict('already_merged', 'merge', 'These are one lead already');
    const owners = await this.holding.personsOf([keep.id, ...named.map(({ id }) => id)]);
    const keepPersonId = owners.get(keep.id)!;
    const personIds = others(
      keepPersonId,
      named.map(({ id }) => owners.get(id)!),
    );
    const merged = named.filter((lead) => sameWish(keep, lead));
    if (merged.length === 0 && personIds.length === 0) {
      throw new Conflict('different_wish', 'merge', 'These leads of one person want different things: they stay two');
    }
    const apart = named.filter((lead) => !sameWish(keep, lead));
    return this.carryOut({ keepPersonId, personIds, pairs: merged.length ? [{ keep, merge: merged }] : [], apart, show });
  }

  /**
   * The persons become one, and of their leads those that are named do.
   * @throws Unprocessable `unknown_person`, `unknown_lead`, `not_their_lead`, `different_wish`, `twice` at the field;
   *   Conflict `already_merged`; what `MergeHolding.hold` throws
   */
  async people({ keep, merge, show, leads }: PersonMergeInput): Promise<MergeDone> {
    const keepPersonId = await this.holding.person(keep, 'keep');
    const asked: string[] = [];
    for (const [at, id] of merge.entries()) asked.push(await this.holding.person(id, `merge.${at}`));
    const personIds = others(keepPersonId, asked);
    const pairs: Pair[] = [];
    for (const [at, pair] of leads.entries()) pairs.push(await this.pair(pair, `leads.${at}`));
    await this.mustBeTheirs(pairs, [keepPersonId, ...personIds]);
    if (personIds.length === 0 && pairs.every(({ merge: some }) => some.length === 0)) {
      throw new Conflict('already_merged', 'merge', 'These are one person already');
    }
    return this.carryOut({ keepPersonId, personIds, pairs: pairs.filter(({ merge: some }) => some.length > 0), apart: [], show });
  }

  private async pair(pair: { keep: string; merge: readonly string[] }, path: string): Promise<Pair> {
    const keep = await this.holding.lead(pair.keep, `${path}.keep`);
    const merge: LeadRow[] = [];
    for (const [at, id] of pair.merge.entries()) {
      const lead = await this.holding.lead(id, `${path}.merge.${at}`);
      if (!sameWish(keep, lead)) {
        throw new Unprocessable('different_wish', `${path}.merge.${at}`, 'This lead wants something else: it stays a lead of its own');
      }
      if (lead.id !== keep.id && !merge.some(({ id: known }) => known === lead.id)) merge.push(lead);
    }
    return { keep, merge };
  }

  /** Every lead belongs to one of these persons, and becomes part of one lead at most. */
  private async mustBeTheirs(pairs: readonly Pair[], personIds: readonly string[]): Promise<void> {
    const named = pairs.flatMap(({ keep, merge }) => [keep, ...merge]).map(({ id }) => id);
    if (new Set(named).size < named.length) throw new Unprocessable('twice', 'leads', 'A lead is named twice');
    const owners = await this.holding.personsOf(named);
    if (named.some((id) => !personIds.includes(owners.get(id)!))) {
      throw new Unprocessable('not_their_lead', 'leads', 'This lead belongs to somebody else');
    }
  }

  private async carryOut({ keepPersonId, personIds, pairs, apart, show }: Plan): Promise<MergeDone> {
    mustBeAmong(show, [keepPersonId, ...personIds]);
    const merged = pairs.flatMap(({ merge }) => merge.map(({ id }) => id));
    await this.holding.hold([keepPersonId, ...personIds], [...pairs.map(({ keep }) => keep.id), ...merged]);
    const [id, at] = [newId(), new Date()];
    if (personIds.length > 0) await this.personMerges.join(id, keepPersonId, personIds, show);
    for (const { keep, merge } of pairs) {
      await this.leadMerges.join(
        id,
        keep.id,
        merge.map((lead) => lead.id),
      );
    }
    await this.persons.mustStaySeen(keepPersonId);
    const leadId = pairs[0]?.keep.id ?? null;
    return {
      id,
      personId: keepPersonId,
      leadId,
      persons: [...personIds],
      leads: merged,
      apart: apart.map((lead) => lead.id),
      undoUntil: undoUntil(at),
    };
  }
}

/** @throws Unprocessable `not_among_them` at the field when its value is to come from somebody else */
function mustBeAmong(show: Shown, personIds: readonly string[]): void {
  for (const [field, id] of Object.entries(show)) {
    if (!personIds.includes(id.toLowerCase())) throw new Unprocessable('not_among_them', `show.${field}`, 'This is none of these persons');
  }
}
