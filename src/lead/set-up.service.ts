/** Sets the installation up with its first region and operator, and makes further regions. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Passwords } from '../access/passwords.ts';
import { Databases } from '../platform/databases.ts';
import { newId } from '../platform/id.ts';
import { Conflict } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { NewRegions } from '../region/new-region.service.ts';
import type { Region, SetUp, SetUpState } from '../region/region.schema.ts';
import { RegionService } from '../region/region.service.ts';
import { Options } from './option.service.ts';
import { Pipelines } from './pipeline.service.ts';
import { DEFAULT_TEMPLATES } from './pipeline.templates.ts';

type Admin = SetUp['admin'];

@Injectable()
export class SetUps {
  constructor(
    private readonly databases: Databases,
    private readonly scope: RegionScope,
    private readonly passwords: Passwords,
    private readonly newRegions: NewRegions,
    private readonly regions: RegionService,
    private readonly pipelines: Pipelines,
    private readonly options: Options,
  ) {}

  /** Open as long as there is no region; with the demo's progress while it loads. */
  async state(): Promise<SetUpState> {
    const row = await this.databases.row<SetUpState>(sql`
      select not exists (select from region) as open, exists (select from region where demo) as demo,
             (select json_build_object('done', done, 'total', total) from demo_loading) as loading`);
    return row!;
  }

  /**
   * The first region and its admin, who is also the operator; her user id. Of two at once one wins.
   * @throws Conflict `already_set_up`
   */
  async first({ region, admin }: SetUp): Promise<string> {
    if (!(await this.state()).open) throw alreadySetUp();
    const passwordHash = await this.passwords.hash(admin.password);
    const userId = (await this.userOf(admin.email)) ?? newId();
    const facts = this.newRegions.plan(region, { demo: false });
    await this.scope.run(facts, { userId, roles: ['admin'] }, async () => {
      await this.lock();
      const [present] = await this.scope.rows(sql`select from region limit 1`);
      if (present) throw alreadySetUp();
      await this.scope.rows(sql`
        insert into app_user (id, email, name, password_hash, operator) values (${userId}, ${admin.email}, ${admin.name}, ${passwordHash}, true)
        on conflict (id) do update set name = excluded.name, password_hash = excluded.password_hash, operator = true`);
      await this.newRegions.build(region, userId, { demo: false, furnish: () => this.furnish() });
    });
    return userId;
  }

  /**
   * A further region. A known user becomes its admin with the password she has.
   * @throws Conflict `slug_taken`
   */
  async another({ region, admin }: SetUp, operatorId: string): Promise<Region> {
    const facts = this.newRegions.plan(region, { demo: false });
    const passwordHash = (await this.userOf(admin.email)) ? null : await this.passwords.hash(admin.password);
    return this.scope.run(facts, { userId: operatorId, roles: ['admin'] }, async () => {
      await this.newRegions.build(region, await this.adminOf(admin, passwordHash), { demo: false, furnish: () => this.furnish() });
      return this.regions.one();
    });
  }

  /** What this room adds to a new region: its pipelines, and the answers to 'How did you hear of us?'. */
  async furnish(): Promise<void> {
    for (const template of DEFAULT_TEMPLATES) await this.pipelines.add(template);
    await this.options.addDefaults();
  }

  /** Setting up, loading the demo and removing it wait for each other. */
  async lock(): Promise<void> {
    await this.scope.rows(sql`select pg_advisory_xact_lock(hashtextextended('suppilo set-up', 0))`);
  }

  private async adminOf({ email, name }: Admin, passwordHash: string | null): Promise<string> {
    await this.scope.rows(sql`
      insert into app_user (id, email, name, password_hash) values (${newId()}, ${email}, ${name}, ${passwordHash})
      on conflict (lower(email)) do nothing`);
    const user = await this.scope.row<{ id: string }>(sql`select id from app_user where lower(email) = ${email}`);
    return user!.id;
  }

  private async userOf(email: string): Promise<string | undefined> {
    return (await this.databases.row<{ id: string }>(sql`select id from app_user where lower(email) = ${email}`))?.id;
  }
}

const alreadySetUp = () => new Conflict('already_set_up', undefined, 'This installation has been set up already');
