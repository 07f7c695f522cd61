/** Two persons side by side, with what would become of their leads. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type * as z from 'zod';
import { RegionScope } from '../platform/region-scope.ts';
import { DuplicatePairList } from './duplicate.list.ts';
import type { ComparedPair, PairSide } from './duplicate.schema.ts';
import { type LeadLine, LeadReader } from './lead.reader.ts';
import { Persons } from './person.service.ts';

type Side = Omit<z.input<typeof PairSide>, 'leads'> & { readonly leads: LeadLine[] };
const SHOWN = 50;

@Injectable()
export class PairComparison {
  constructor(
    private readonly scope: RegionScope,
    private readonly persons: Persons,
    private readonly leads: LeadReader,
    private readonly pairs: DuplicatePairList,
  ) {}

  /** Both pages are read, which the audit remembers. @throws NotFound for one out of sight */
  async of(a: string, b: string): Promise<Omit<z.input<typeof ComparedPair>, 'a' | 'b'> & { a: Side; b: Side }> {
    const [one, two] = [await this.side(a), await this.side(b)];
    const [first, second] = knownSince(one) <= knownSince(two) ? [one, two] : [two, one];
    return {
      a: first,
      b: second,
      different: await this.pairs.decided(first.person.id, second.person.id),
      leads: one.person.id === two.person.id ? [] : oneWish(first.leads, second.leads),
    };
  }

  private async side(id: string): Promise<Side> {
    const { regionId } = this.scope.here;
    const person = await this.persons.read(id);
    const hers = sql`(select one.id from person one where one.region_id = ${regionId} and (one.id = ${person.id} or one.merged_into = ${person.id}))`;
    const leads = await this.leads.lines({ where: sql`l.person_id in ${hers}`, order: sql`j.created_at desc`, limit: SHOWN });
    const row = await this.scope.row<{ attendances: number }>(sql`
      select count(distinct activity_id)::int as attendances from attendee where region_id = ${regionId} and person_id in ${hers}`);
    return { person, leads, attendances: row!.attendances };
  }
}

/** Without a lead she is known for less long than anybody with one; ids grow with time. */
const knownSince = ({ person, leads }: Side): string => `${leads.at(-1)?.createdAt.toISOString() ?? '9'} ${person.id}`;

/** Open leads of both in one pipeline and of one wish: the earliest would be kept. */
function oneWish(first: readonly LeadLine[], second: readonly LeadLine[]): z.input<typeof ComparedPair>['leads'] {
  const open = [...first, ...second]
    .filter(({ closedAt }) => closedAt === null)
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const wishes = new Map<string, LeadLine[]>();
  for (const lead of open) wishes.set(`${lead.pipeline} ${lead.intent}`, [...(wishes.get(`${lead.pipeline} ${lead.intent}`) ?? []), lead]);
  return [...wishes.values()]
    .filter((leads) => leads.some((lead) => first.includes(lead)) && leads.some((lead) => second.includes(lead)))
    .map(([keep, ...merge]) => ({ keep: keep!.id, merge: merge.map(({ id }) => id) }));
}
