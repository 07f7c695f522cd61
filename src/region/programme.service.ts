/** Programmes: funded projects with their partners and work packages. */
import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import { Concurrency } from '../platform/concurrency.ts';
import { Counter } from '../platform/counter.ts';
import { newId } from '../platform/id.ts';
import type { Page } from '../platform/page.schema.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { PartnerService } from './partner.service.ts';
import { Programme, type ProgrammeInput, type ProgrammeList } from './programme.schema.ts';
import { WorkPackages } from './work-packages.ts';

const COLUMNS = raw(`p.id, p.name, p.code, p.starts_on as "startsOn", p.ends_on as "endsOn", p.budget_cents as "budgetCents",
  p.eu_funding_cents as "euFundingCents", p.funding_statement as "fundingStatement", p.emblem, p.keep_until as "keepUntil",
  (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name) order by lower(a.name), a.id), '[]')
     from programme_partner pp join partner a on a.region_id = pp.region_id and a.id = pp.partner_id
     where pp.region_id = p.region_id and pp.programme_id = p.id) as partners,
  (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'code', w.code, 'name', w.name) order by w.code, w.id), '[]')
     from work_package w where w.region_id = p.region_id and w.programme_id = p.id) as "workPackages"`);
const ORDER = {
  startsOn: raw('p.starts_on, p.id'),
  '-startsOn': raw('p.starts_on desc, p.id desc'),
  name: raw('lower(p.name), p.id'),
  '-name': raw('lower(p.name) desc, p.id desc'),
};

@Injectable()
export class ProgrammeService {
  constructor(
    private readonly scope: RegionScope,
    private readonly concurrency: Concurrency,
    private readonly counter: Counter,
    private readonly partners: PartnerService,
    private readonly workPackages: WorkPackages,
  ) {}

  async list(asked: ProgrammeList): Promise<Page<Programme>> {
    const rows = await this.scope.rows<Programme & { total: number }>(sql`
      select ${COLUMNS}, count(*) over ()::int as total from programme p
      where p.region_id = ${this.scope.here.regionId} and strpos(lower(concat_ws(' ', p.name, p.code)), lower(${asked.q ?? ''})) > 0
      order by ${ORDER[asked.sort]} limit ${asked.limit} offset ${offsetOf(asked)}`);
    return pageFrom(rows, asked);
  }

  /** @throws NotFound */
  async one(id: string): Promise<Programme> {
    const row = await this.scope.row<Programme>(sql`
      select ${COLUMNS} from programme p where p.region_id = ${this.scope.here.regionId} and p.id = ${id}`);
    if (!row) throw new NotFound('This programme');
    return row;
  }

  /** @throws Unprocessable `unknown_partner`, `unknown_work_package`, `code_twice` */
  async make(input: ProgrammeInput): Promise<Programme> {
    const id = newId();
    await this.scope.rows(sql`
      insert into programme (region_id, id, no, name, code, starts_on, ends_on, budget_cents, eu_funding_cents, funding_statement, emblem, keep_until)
      values (${this.scope.here.regionId}, ${id}, ${await this.counter.next('programme')}, ${input.name}, ${input.code ?? null},
        ${input.startsOn}, ${input.endsOn}, ${input.budgetCents}, ${input.euFundingCents ?? null}, ${input.fundingStatement ?? null}, ${input.emblem},
        ${input.keepUntil ?? null})`);
    await this.replaceBelongings(id, input);
    return this.one(id);
  }

  /**
   * Replaces the whole programme. A work package with an id keeps it, one without is new, one left out goes.
   * @throws NotFound, Stale, Unprocessable as `make`, Conflict `work_package_in_use`
   */
  async replace(id: string, input: ProgrammeInput): Promise<Programme> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`select from programme where region_id = ${regionId} and id = ${id} for no key update`);
    this.concurrency.check(Programme, await this.one(id));
    await this.scope.rows(sql`
      update programme set name = ${input.name}, code = ${input.code ?? null}, starts_on = ${input.startsOn}, ends_on = ${input.endsOn},
        budget_cents = ${input.budgetCents}, eu_funding_cents = ${input.euFundingCents ?? null},
        funding_statement = ${input.fundingStatement ?? null}, emblem = ${input.emblem}, keep_until = ${input.keepUntil ?? null}
      where region_id = ${regionId} and id = ${id}`);
    await this.replaceBelongings(id, input);
    return this.one(id);
  }

  private async replaceBelongings(id: string, { partners, workPackages }: ProgrammeInput): Promise<void> {
    await this.partners.mustBeThere(partners, (at) => `partners.${at}`);
    await this.replacePartners(id, partners);
    await this.workPackages.replace(id, workPackages);
  }

  private async replacePartners(id: string, partners: readonly string[]): Promise<void> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`
      with gone as (
        delete from programme_partner where region_id = ${regionId} and programme_id = ${id} and not (partner_id = any(${partners}::uuid[])))
      insert into programme_partner (region_id, programme_id, partner_id)
      select distinct ${regionId}::uuid, ${id}::uuid, partner_id from unnest(${partners}::uuid[]) partner_id
      on conflict do nothing`);
  }
}
