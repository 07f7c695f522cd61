/** Where each code leads, kept in memory for the redirect: fresh within seconds, at once in the process that changes it, stale while the database is away. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { dayOf } from '../platform/calendar.ts';
import { Databases } from '../platform/databases.ts';
import { NOBODY, RegionDirectory } from '../platform/region-directory.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { LINK_CODE } from './link.schema.ts';
import { LinkStore } from './link.store.ts';
import { formPath, targetOf } from './link-target.ts';

/** A code and everything the redirect needs to know of it. */
export interface KnownLink {
  readonly regionId: string;
  readonly linkId: string;
  readonly activityId: string;
  readonly regionName: string;
  readonly regionLocale: string;
  readonly regionColor: string | null;
  readonly timeZone: string;
  /** Whether the region keeps a hash of the visitor that changes daily. */
  readonly visitorHash: boolean;
  readonly paused: boolean;
  readonly expiresOn: string | null;
  /** Where it leads; null: nowhere yet. */
  readonly location: string | null;
  /** A form of the region for whoever finds the link closed. */
  readonly form: string | null;
}

interface Entry {
  readonly link: KnownLink | null;
  readonly freshUntil: number;
}

const FRESH_MS = 5_000;
/** What is known of a link is better than letting its visitor wait longer for a database that may be away. */
const PATIENCE_MS = 700;
const LINKS = 20_000;
/** Codes that nobody made, kept apart so that guessing drives out no link. */
const UNKNOWN_CODES = 2_000;

@Injectable()
export class LinkDirectory {
  private readonly links = new Map<string, Entry>();
  private readonly unknown = new Map<string, Entry>();
  private readonly loading = new Map<string, Promise<KnownLink | null>>();

  constructor(
    private readonly databases: Databases,
    private readonly regions: RegionDirectory,
    private readonly scope: RegionScope,
    private readonly store: LinkStore,
  ) {}

  /** What memory knows freshly; undefined: ask `find`. Null: there is no such code. */
  fresh(code: string, now = Date.now()): KnownLink | null | undefined {
    const entry = this.links.get(code) ?? this.unknown.get(code);
    return entry && entry.freshUntil > now ? entry.link : undefined;
  }

  /**
   * The link of a code; null: there is none.
   * @throws when the database is away and nothing is remembered of it
   */
  async find(code: string): Promise<KnownLink | null> {
    if (!LINK_CODE.test(code)) return null;
    const fresh = this.fresh(code);
    if (fresh !== undefined) return fresh;
    const load = this.loading.get(code) ?? this.load(code);
    const remembered = this.links.get(code);
    if (!remembered) return load;
    const patience = new Promise<KnownLink | null>((resolve) => setTimeout(resolve, PATIENCE_MS, remembered.link).unref());
    return Promise.race([load, patience]).catch(() => remembered.link);
  }

  /** What was known of a code holds no longer. */
  forget(code: string): void {
    const entry = this.links.get(code);
    // Kept for a database that is away, but never fresh again.
    if (entry) this.links.set(code, { ...entry, freshUntil: 0 });
    this.loading.delete(code);
  }

  private load(code: string): Promise<KnownLink | null> {
    const load = this.read(code).then((link) => {
      // Whoever was told to forget meanwhile must not remember what was read before.
      if (this.loading.get(code) === load) this.remember(code, link);
      return link;
    });
    this.loading.set(code, load);
    const done = () => void (this.loading.get(code) === load && this.loading.delete(code));
    load.then(done, done);
    return load;
  }

  private remember(code: string, link: KnownLink | null): void {
    const [map, most] = link ? [this.links, LINKS] : [this.unknown, UNKNOWN_CODES];
    map.delete(code);
    map.set(code, { link, freshUntil: Date.now() + FRESH_MS });
    if (link) this.unknown.delete(code);
    else this.links.delete(code);
    const oldest = map.size > most ? map.keys().next().value : undefined;
    if (oldest !== undefined) map.delete(oldest);
  }

  private async read(code: string): Promise<KnownLink | null> {
    const found = await this.databases.row<{ regionId: string; linkId: string; visitorHash: boolean }>(sql`
      select c.region_id as "regionId", c.link_id as "linkId", r.visitor_hash as "visitorHash"
      from link_code c join region r on r.id = c.region_id where c.code = ${code}`);
    const region = found && (await this.regions.find(found.regionId));
    if (!region) return null;
    const row = await this.scope.run(region, NOBODY, () => this.store.one(found.linkId));
    return {
      ...found,
      activityId: row.activityId,
      regionName: region.name,
      regionLocale: region.locale,
      regionColor: region.color,
      timeZone: region.timeZone,
      paused: row.pausedAt !== null,
      expiresOn: row.expiresOn,
      location: targetOf(row).url,
      form: row.firstForm && formPath(row.firstForm, code),
    };
  }
}

/** Whether a link is open on this day of its region. */
export const isOpen = ({ paused, expiresOn, timeZone }: KnownLink, now = new Date()): boolean =>
  !paused && (expiresOn === null || expiresOn >= dayOf(now, timeZone));
