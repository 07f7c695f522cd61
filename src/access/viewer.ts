/** Who looks: her roles, her own contact person's profile and her partner in this region. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { RegionScope } from '../platform/region-scope.ts';
import { type Action, may } from './permission.schema.ts';

@Injectable()
export class Viewer {
  constructor(private readonly scope: RegionScope) {}

  get userId(): string | null {
    return this.scope.here.actor.userId;
  }

  get roles(): readonly string[] {
    return this.scope.here.actor.roles;
  }

  may(action: Action): boolean {
    return may(this.roles, action);
  }

  /** Her own profile, present ones only; null when she has none. */
  async contactPersonId(): Promise<string | null> {
    return (await this.place()).contactPersonId;
  }

  /** The partner she works for; null for a token or the product itself. */
  async partnerId(): Promise<string | null> {
    return (await this.place()).partnerId;
  }

  private place() {
    const { regionId } = this.scope.here;
    return this.scope.once('viewer.place', async () => {
      const row = await this.scope.row<{ contactPersonId: string | null; partnerId: string | null }>(sql`
        select c.id as "contactPersonId", coalesce(c.partner_id, p.partner_id) as "partnerId"
        from (select ${this.userId}::uuid as user_id) u
        left join contact_person c on c.region_id = ${regionId} and c.user_id = u.user_id and c.left_at is null
        left join partner_member p on p.region_id = ${regionId} and p.user_id = u.user_id`);
      return row ?? { contactPersonId: null, partnerId: null };
    });
  }
}
