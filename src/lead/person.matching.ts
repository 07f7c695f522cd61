/** Who is known already: the same person writing again makes a touch, not a second person. Exact only; what is merely alike is a person's to judge. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { RegionScope } from '../platform/region-scope.ts';
import { e164Of } from '../platform/phone-number.ts';

/** What somebody tells of herself; blanks are the same as nothing. */
export interface Addresses {
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
}

/** What is found of one who tells of herself. */
export interface Match {
  /** The known person, or the one that remains of her after a merge; null when nobody is known by these. */
  readonly personId: string | null;
  /** Her number as the whole world writes it. */
  readonly phone: string | null;
}

/** So many locks at most for one region, however many persons are looked for at once. */
const LOCKS = 64;

@Injectable()
export class PersonMatching {
  constructor(private readonly scope: RegionScope) {}

  /**
   * For each of `people`, in their order, who she is known to be, whoever sees that one: the same e-mail is the same person,
   * and the same phone where no e-mail speaks against it. A restricted person is only kept: she is known by nothing. Until the end of this transaction nobody else looks for the same
   * addresses, so that two who write at once do not make her twice.
   */
  async each(people: readonly Addresses[]): Promise<Match[]> {
    if (people.length === 0) return [];
    const emails = people.map(({ email }) => email?.trim() || null);
    const phones = people.map(({ phone }) => phone?.trim() || null);
    const { regionId } = this.scope.here;
    await this.hold([...emails, ...phones.map((phone) => e164Of(phone) ?? phone)]);
    return this.scope.rows<Match>(sql`
      with told as (
        select t.at, t.email, phone_key(t.phone) as phone_key, coalesce(t.e164, '+' || phone_key(t.phone)) as e164
        from unnest(${people.map((_, at) => at)}::int[], ${emails}::text[], ${phones}::text[], ${phones.map(e164Of)}::text[])
          as t (at, email, phone, e164)),
      alike as (
        select t.at, k.id, k.merged_into, 1 as rank from told t
        join person k on k.region_id = ${regionId} and k.email_key = lower(t.email) and k.restricted_until is null
        union all
        select t.at, k.id, k.merged_into, 2 from told t
        join person k on k.region_id = ${regionId} and k.phone_e164 = t.e164 and k.restricted_until is null
        where k.email is null or t.email is null
        union all
        select t.at, k.id, k.merged_into, 3 from told t
        join person k on k.region_id = ${regionId} and k.phone_key = t.phone_key and k.restricted_until is null
        where k.email is null or t.email is null)
      select t.e164 as phone,
             (select coalesce(a.merged_into, a.id) from alike a where a.at = t.at order by a.rank, a.id limit 1) as "personId"
      from told t order by t.at`);
  }

  /** In one order, so that nobody waits for each other. */
  private async hold(addresses: readonly (string | null)[]): Promise<void> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`
      select pg_advisory_xact_lock(hashtextextended(${`person ${regionId}`}, place))
      from (select distinct abs(hashtext(coalesce(phone_key(address), lower(address)))) % ${LOCKS}::int as place
            from unnest(${addresses}::text[]) address where address is not null
            order by place) held`);
  }
}
