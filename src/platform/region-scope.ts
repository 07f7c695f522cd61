/** Who acts, in which region, inside which transaction. Everything that belongs to a region is read and written within a scope. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Sql } from 'sql-template-tag';
import { Databases } from './databases.ts';
import { APP_ROLE } from './database.ts';

/** The region of a scope, as far as every room needs it. */
export interface RegionFacts {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
  /** Counts below this many people are hidden (rule 6). */
  readonly smallNumber: number;
  readonly retentionMonths: number;
  /** Finnish working days after the day of creation by whose end a first reply is in time. */
  readonly responseDays: number;
  /** Whether persons are asked by mail when a follow-up falls due. */
  readonly followUpsByMail: boolean;
  /** `#rrggbb`, for what the public sees; null is the product's. */
  readonly color: string | null;
  readonly demo: boolean;
}

/** Who acts: a member, a token, or the product itself (no user). */
export interface Actor {
  readonly userId: string | null;
  readonly roles: readonly string[];
}

export interface Here {
  readonly manager: EntityManager;
  readonly regionId: string;
  readonly actorId: string | null;
  readonly region: RegionFacts;
  readonly actor: Actor;
  /** The version the caller changes, as she saw it. */
  readonly ifMatch: string | undefined;
  /** What was looked up once in this scope. */
  readonly memo: Map<string, Promise<unknown>>;
}

type AfterCommit = () => Promise<void> | void;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class RegionScope {
  private readonly log = new Logger('Scope');
  private readonly storage = new AsyncLocalStorage<Here & { readonly afterCommit: AfterCommit[] }>();

  constructor(private readonly databases: Databases) {}

  /** The scope this runs in. @throws Error outside of one: a mistake of ours, never of a caller. */
  get here(): Here {
    const here = this.storage.getStore();
    if (!here) throw new Error('No region scope is open here');
    return here;
  }

  /**
   * Runs `work` in one transaction as the application's role, in `region`, for `actor`.
   * What `afterCommit` collected runs once the transaction holds; if it fails there, the work stays done.
   * A report's statements all see the same moment, so that its parts add up.
   */
  async run<T>(
    region: RegionFacts,
    actor: Actor,
    work: () => Promise<T>,
    { reporting = false, ifMatch }: { reporting?: boolean; ifMatch?: string } = {},
  ): Promise<T> {
    const afterCommit: AfterCommit[] = [];
    const source: DataSource = reporting ? this.databases.reporting : this.databases.app;
    const act = async (manager: EntityManager): Promise<T> => {
      await manager.query(settings(region.id, actor.userId));
      const here = {
        manager,
        regionId: region.id,
        actorId: actor.userId,
        region,
        actor,
        ifMatch,
        memo: new Map<string, Promise<unknown>>(),
        afterCommit,
      };
      return this.storage.run(here, work);
    };
    const result = await (reporting ? source.transaction('REPEATABLE READ', act) : source.transaction(act));
    for (const then of afterCommit) {
      try {
        await then();
      } catch (error) {
        this.log.error(error);
      }
    }
    return result;
  }

  /** Does part of the work of this scope as somebody else, in the same transaction: what the product loads for many people. */
  async as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    const outer = this.storage.getStore();
    if (!outer) throw new Error('No region scope is open here');
    const { manager, regionId } = outer;
    await manager.query(settings(regionId, actor.userId));
    try {
      return await this.storage.run({ ...outer, actor, actorId: actor.userId, memo: new Map() }, work);
    } finally {
      await manager.query(settings(regionId, outer.actorId));
    }
  }

  /** Does part of the work so that its failure undoes that part alone, with what it left for after the commit. */
  async part<T>(work: () => Promise<T>): Promise<T> {
    const { manager } = this.here;
    const afterCommit = this.storage.getStore()?.afterCommit ?? [];
    const before = afterCommit.length;
    await manager.query('savepoint part');
    try {
      const result = await work();
      await manager.query('release savepoint part');
      return result;
    } catch (error) {
      await manager.query('rollback to savepoint part');
      afterCommit.length = before;
      throw error;
    }
  }

  /** The rows of a statement, typed by the caller who wrote it. */
  async rows<T>(statement: Sql): Promise<T[]> {
    const runner = this.here.manager.queryRunner!;
    return (await runner.query(statement.text, statement.values, true)).records;
  }

  /** The first row of a statement. */
  async row<T>(statement: Sql): Promise<T | undefined> {
    return (await this.rows<T>(statement))[0];
  }

  /** Looks something up once in this scope. */
  once<T>(key: string, look: () => Promise<T>): Promise<T> {
    const { memo } = this.here;
    const known = memo.get(key) as Promise<T> | undefined;
    if (known) return known;
    const looked = look();
    memo.set(key, looked);
    return looked;
  }

  /** Does `then` when this scope's transaction has committed, and not at all when it fails. */
  afterCommit(then: AfterCommit): void {
    const here = this.storage.getStore();
    if (!here) throw new Error('No region scope is open here');
    here.afterCommit.push(then);
  }
}

/** `SET` takes no parameters: the values are checked to be UUIDs first. One round trip; kept for this transaction only. */
function settings(regionId: string, actorId: string | null): string {
  for (const id of [regionId, ...(actorId ? [actorId] : [])]) if (!UUID.test(id)) throw new Error('Not a UUID');
  return `set local role ${APP_ROLE}; set local app.region_id = '${regionId}'; set local app.actor = '${actorId ?? ''}'`;
}
