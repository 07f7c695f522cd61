/** Loads the Koillismaa demo through the verbs a user's clicks go through, in one transaction; and takes it away again. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Passwords } from '../access/passwords.ts';
import { ROLES } from '../access/permission.schema.ts';
import { FormList } from '../capture/form.schema.ts';
import { Forms } from '../capture/form.service.ts';
import { SetUps } from '../lead/set-up.service.ts';
import { Databases } from '../platform/databases.ts';
import { newId } from '../platform/id.ts';
import { Conflict, NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { LANGUAGES } from '../platform/words/languages.schema.ts';
import { NewRegions } from '../region/new-region.service.ts';
import type { SetUpDemo } from '../region/region.schema.ts';
import { DemoActivities } from './demo.activities.ts';
import { DemoLeads } from './demo.leads.ts';
import { DemoPeople } from './demo.people.ts';
import { DemoProgress } from './demo.progress.ts';
import { ACTIVITIES } from './koillismaa.activities.ts';
import { plannedLeads } from './koillismaa.leads.ts';
import { CONTACTS, EXAMPLE, REGION } from './koillismaa.people.ts';

@Injectable()
export class Demo {
  constructor(
    private readonly databases: Databases,
    private readonly scope: RegionScope,
    private readonly passwords: Passwords,
    private readonly setUps: SetUps,
    private readonly newRegions: NewRegions,
    private readonly forms: Forms,
    private readonly people: DemoPeople,
    private readonly activities: DemoActivities,
    private readonly leads: DemoLeads,
    private readonly progress: DemoProgress,
  ) {}

  /**
   * Loads the demo; its user with every role is `admin`, or an example person whom only this browser is signed in as. All or nothing.
   * @throws Conflict `already_set_up` once there is any region
   */
  async load(admin: SetUpDemo['admin']): Promise<string> {
    if (!(await this.setUps.state()).open) throw alreadySetUp();
    const user = {
      name: admin?.name ?? `${CONTACTS[0]!.firstName} ${EXAMPLE}`,
      email: admin?.email ?? 'liisa@koillismaa.example',
      hash: admin ? await this.passwords.hash(admin.password) : null,
    };
    const known = await this.databases.row<{ id: string }>(sql`select id from app_user where lower(email) = ${user.email}`);
    const userId = known?.id ?? newId();
    const leads = plannedLeads();
    try {
      await this.scope.run(this.newRegions.plan(REGION, { demo: true }), { userId, roles: ROLES }, async () => {
        await this.setUps.lock();
        const [present] = await this.scope.rows(sql`select from region limit 1`);
        if (present) throw alreadySetUp();
        await this.progress.begin(CONTACTS.length + ACTIVITIES.length + leads.length);
        await this.scope.rows(sql`
          insert into app_user (id, email, name, password_hash, operator) values (${userId}, ${user.email}, ${user.name}, ${user.hash}, true)
          on conflict (id) do update set name = excluded.name, password_hash = excluded.password_hash, operator = true`);
        await this.newRegions.build(REGION, userId, { demo: true, roles: ROLES, furnish: () => this.setUps.furnish() });
        const cast = await this.people.load(userId, user);
        await this.speakOnTheForm();
        const made = await this.activities.load(cast);
        await this.leads.load(leads, cast, made);
      });
    } finally {
      await this.progress.end();
    }
    return userId;
  }

  /** The demo's form in every language that is built in. */
  private async speakOnTheForm(): Promise<void> {
    const { items } = await this.forms.list(FormList.parse({}));
    for (const { id } of items) await this.forms.change(id, { languages: [...LANGUAGES] });
  }

  /**
   * Removes the demo with everything in it, and opens setting up again when no other region is there.
   * @throws NotFound when there is no demo
   */
  async remove(): Promise<void> {
    const region = await this.databases.row<{ id: string }>(sql`select id from region where demo`);
    if (!region) throw new NotFound('The demo');
    await this.databases.rows(sql`select remove_demo_region(${region.id})`);
  }
}

const alreadySetUp = () => new Conflict('already_set_up', undefined, 'This installation has been set up already');
