/** Tells the open inboxes which leads have changed, once what changed them has committed. */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Broadcasts } from '../platform/broadcasts.ts';
import { RegionScope } from '../platform/region-scope.ts';

@Injectable()
export class LeadNews {
  private readonly changing = new WeakMap<EntityManager, Set<string>>();

  constructor(
    private readonly scope: RegionScope,
    private readonly broadcasts: Broadcasts,
  ) {}

  /** Notes that this scope's transaction changes these leads; told as one when it has committed. */
  changed(leadIds: readonly string[]): void {
    const { manager, regionId } = this.scope.here;
    const ids = this.changing.get(manager) ?? new Set<string>();
    for (const id of leadIds) ids.add(id);
    if (this.changing.has(manager)) return;
    this.changing.set(manager, ids);
    this.scope.afterCommit(() => this.broadcasts.tell(regionId, [...ids]));
  }
}
