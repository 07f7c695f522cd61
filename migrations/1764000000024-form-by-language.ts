/** The form that a link without a target of its own leads to: one in a language of its activity, where there is one. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FormByLanguage1764000000024 implements MigrationInterface {
  readonly name = 'FormByLanguage1764000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- The address of the region's first open form that has one of the languages; without such a one, of its first open form.
create function open_form_for(p_region uuid, p_languages text[]) returns text language sql stable as $$
  select f.slug from contact_form f
  where f.region_id = p_region and f.archived_at is null and f.paused_at is null
  order by (f.languages && p_languages) desc, f.created_at, f.id limit 1
$$;
grant execute on function open_form_for to suppilo_app;
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
