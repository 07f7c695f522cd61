/** What the rows of a breakdown are called. */
import sql, { type Sql } from 'sql-template-tag';
import * as z from 'zod';
import { municipalityOf } from '../platform/municipality.schema.ts';
import { type ActivityMap, isBeside } from './activity-map.ts';
import { isRanked, type Naming } from './breakdown.ts';
import type { Read } from './funnel.query.ts';
import type { Breakdown } from './funnel.schema.ts';
import type { Plan } from './plan.ts';
import { type Language, text } from './texts.ts';

const NAMES: Partial<Record<Breakdown, (regionId: string) => Sql>> = {
  channel: (regionId) => sql`select key, label from channel where region_id = ${regionId}`,
  programme: (regionId) => sql`select id as key, name as label from programme where region_id = ${regionId}`,
  workPackage: (regionId) => sql`select id as key, code || ' ' || name as label from work_package where region_id = ${regionId}`,
  contactPerson: (regionId) => sql`select id as key, name as label from contact_person where region_id = ${regionId}`,
  owner: (regionId) => sql`select id as key, name as label from contact_person where region_id = ${regionId}`,
};

/** Names of the region's own things; a known code without one stays itself, for the client to translate. */
export async function namingQuery(
  read: Read,
  regionId: string,
  by: Breakdown,
  { map, plan, language }: { map: ActivityMap | undefined; plan: Plan; language: Language },
): Promise<Naming> {
  const names = await namesOf(read, regionId, by, map, plan, language);
  const label = (key: string) => (isBeside(key) ? text(language, key) : (names(key) ?? key));
  const position = by === 'pipeline' ? new Map(plan.pipelines.map((pipeline, at) => [pipeline.key, at])) : undefined;
  return { label, ranked: isRanked(by), ...(position ? { position } : {}) };
}

async function namesOf(
  read: Read,
  regionId: string,
  by: Breakdown,
  map: ActivityMap | undefined,
  plan: Plan,
  language: Language,
): Promise<(key: string) => string | undefined> {
  const statement = NAMES[by]?.(regionId);
  if (statement) {
    const rows = z.array(z.object({ key: z.string(), label: z.string() })).parse(await read(statement));
    const names = new Map(rows.map(({ key, label }) => [key, label]));
    return (key) => names.get(key);
  }
  if (by === 'activity' || by === 'campaign') {
    const titles = new Map(map?.activities.map(({ id, title }) => [id, title]));
    return (key) => titles.get(key);
  }
  if (by === 'pipeline') return (key) => plan.pipelines.find((pipeline) => pipeline.key === key)?.label;
  if (by === 'municipality') return (key) => municipalityOf(key)?.[language === 'sv' ? 'sv' : 'fi'];
  if (by === 'language') {
    const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
    return (key) => (/^[a-z]{2,3}$/.test(key) ? names.of(key) : undefined);
  }
  return () => undefined;
}
