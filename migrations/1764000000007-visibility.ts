/** Rule 8 in the database: who sees the person of a lead. For reports, which know no other room's code. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Visibility1764000000007 implements MigrationInterface {
  readonly name = 'Visibility1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index person_protected on person (region_id) where protected;
create index person_merged on person (region_id, merged_into) where merged_into is not null;

-- Whether a user with these roles sees the person of a lead (itself no merged one): its owner, her substitute today, contact persons
-- and admins of the lead's partner; of a lead without an owner all contact persons; of a protected person the owner alone.
create function sees_person_of(p_region uuid, p_lead uuid, p_user uuid, p_roles text[]) returns boolean language sql stable as $$
  with viewer as (
    select c.id, coalesce(c.partner_id, m.partner_id) as partner_id, 'contact' = any(p_roles) as contact, p_roles && '{admin,contact}' as reads
    from (select p_user as user_id) u
    left join contact_person c on c.region_id = p_region and c.user_id = u.user_id and c.left_at is null
    left join partner_member m on m.region_id = p_region and m.user_id = u.user_id)
  select v.reads and coalesce(
      l.owner_id = v.id
      or not exists (select from person one left join person root on root.region_id = one.region_id and root.id = one.merged_into
                     where one.region_id = p_region and one.id = l.person_id and (one.protected or root.protected))
        and (l.owner_id is null and v.contact
             or v.partner_id = coalesce(
                  (select c.partner_id from contact_person c where c.region_id = p_region and c.id = l.owner_id),
                  (select a.partner_id from activity a where a.region_id = p_region and a.no = j.first_activity),
                  (select p.id from partner p where p.region_id = p_region order by p.created_at, p.id limit 1))
             or exists (select from absence b join region r on r.id = b.region_id
                        where b.region_id = p_region and b.contact_person_id = l.owner_id and b.substitute_id = v.id
                          and b.period @> (now() at time zone r.time_zone)::date)), false)
  from viewer v
  join lead l on l.region_id = p_region and l.id = p_lead
  join journey j on j.region_id = p_region and j.lead_id = l.id
$$;
grant execute on function sees_person_of to suppilo_app;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
