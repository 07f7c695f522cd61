/** Reads the activities of a region with who was responsible for them and when. */
import sql from 'sql-template-tag';
import * as z from 'zod';
import { ActivityMap } from './activity-map.ts';
import type { Read } from './funnel.query.ts';

const Row = z.object({
  no: z.int(),
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  channel: z.string(),
  programmeId: z.string().nullable(),
  workPackageId: z.string().nullable(),
  parentId: z.string().nullable(),
  municipalities: z.array(z.string()),
  languages: z.array(z.string()),
  contacts: z.array(z.object({ id: z.string(), since: z.number() })),
});

/** All of a region's activities, archived ones too: their touches still count. */
export async function activityMapQuery(read: Read, regionId: string): Promise<ActivityMap> {
  const rows = await read(sql`
    select a.no, a.id, a.title, a.kind, a.channel, a.programme_id as "programmeId", a.work_package_id as "workPackageId",
           a.parent_id as "parentId", a.municipalities, a.languages, coalesce(h.contacts, '[]'::json) as contacts
    from activity a
    left join (
      select activity_id, json_agg(json_build_object('id', contact_person_id, 'since', extract(epoch from since)) order by since, id) as contacts
      from activity_contact where region_id = ${regionId} group by activity_id) h on h.activity_id = a.id
    where a.region_id = ${regionId}`);
  return new ActivityMap(z.array(Row).parse(rows));
}
