/** Reads everything that is kept about a person: one statement for her leads, one for the rest. */
import sql, { raw, type Sql } from 'sql-template-tag';
import type { Subject } from './personal-words.ts';

const VOIDED = (row: 't' | 's' | 'o'): Sql =>
  raw(`(
  select json_build_object('at', v.at, 'reason', coalesce(n.text, '')) from void v
  left join note n on n.region_id = v.region_id and n.id = v.note_id
  where v.region_id = ${row}.region_id and v.target_id = ${row}.id)`);

/** How the region calls a stage of a lead `l`, its own pipeline first: a lead may have moved to another. */
const STAGE = (key: 'j.stage' | 's.stage'): Sql =>
  raw(`(
  select g.label from stage g where g.region_id = l.region_id and g.key = ${key} order by g.pipeline_id = l.pipeline_id desc, g.pipeline_id limit 1)`);

/** Of the mails about her those that went to her: what went to the staff's own addresses are the product's notices of what stands elsewhere. */
export const SENT_TO_HER: Sql = sql`m.kind not in ('lead_notice', 'reminder', 'deletion_notice')
  and not exists (select from contact_person c where c.region_id = m.region_id and lower(c.email) = lower(m.to_email))
  and not exists (select from member r join app_user u on u.id = r.user_id where r.region_id = m.region_id and lower(u.email) = lower(m.to_email))`;

/** Rows are `ExportedLead`. */
export const exportedLeads = ({ regionId, leadIds }: Subject): Sql => sql`
  select l.id, l.intent, w.label as pipeline, j.stage, ${STAGE('j.stage')} as "stageLabel", l.municipality, l.language, l.origin,
    l.age_class as "ageClass",
    (select coalesce(json_agg(json_build_object('key', h.key, 'label', q.label) order by h.at), '[]')
     from unnest(l.heard_from) with ordinality h (key, at)
     left join heard_from_option q on q.region_id = l.region_id and q.key = h.key) as "heardFrom", o.name as owner, l.created_at as "createdAt", l.merged_into as "mergedInto",
    (select coalesce(json_agg(json_build_object('at', b.at, 'kind', b.kind, 'noticeVersion', b.notice_version, 'noticeGiven', b.notice_given)
       order by b.at, b.id), '[]') from basis b where b.region_id = l.region_id and b.lead_id = l.id) as bases,
    (select coalesce(json_agg(json_build_object('at', t.at, 'how', t.how, 'activity', a.title, 'organisation', x.name, 'voided', ${VOIDED('t')})
       order by t.at, t.id), '[]')
     from touch t
     left join activity a on a.region_id = t.region_id and a.id = t.activity_id
     left join organisation x on x.region_id = t.region_id and x.id = t.organisation_id
     where t.region_id = l.region_id and t.lead_id = l.id) as touches,
    (select coalesce(json_agg(json_build_object('at', s.at, 'stage', s.stage, 'stageLabel', ${STAGE('s.stage')},
       'reason', s.reason, 'reasonLabel', y.label, 'voided', ${VOIDED('s')}) order by s.at, s.id), '[]')
     from stage_change s left join lost_reason y on y.region_id = s.region_id and y.key = s.reason where s.region_id = l.region_id and s.lead_id = l.id) as stages,
    (select coalesce(json_agg(json_build_object('at', c.at, 'to', p.name) order by c.at, c.id), '[]')
     from owner_change c left join contact_person p on p.region_id = c.region_id and p.id = c.to_id
     where c.region_id = l.region_id and c.lead_id = l.id) as owners,
    (select coalesce(json_agg(json_build_object('at', n.at, 'text', n.text, 'contact', n.contact) order by n.at, n.id), '[]')
     from note n where n.region_id = l.region_id and n.lead_id = l.id) as notes,
    (select coalesce(json_agg(json_build_object('day', o.day, 'type', o.type, 'municipality', o.municipality, 'adults', o.adults,
       'children', o.children, 'fromCountry', o.from_country, 'fromMunicipality', o.from_municipality, 'residence', o.residence,
       'homeMunicipality', o.home_municipality, 'organisation', x.name, 'voided', ${VOIDED('o')}) order by o.day, o.id), '[]')
     from outcome o left join organisation x on x.region_id = o.region_id and x.id = o.organisation_id
     where o.region_id = l.region_id and o.lead_id = l.id) as outcomes,
    (select coalesce(json_agg(json_build_object('dueOn', f.due_on, 'months', f.months, 'answers',
       (select coalesce(json_agg(json_build_object('day', r.day, 'status', r.status, 'cameAnyway', r.came_anyway) order by r.created_at), '[]')
        from follow_up_answer r where r.region_id = f.region_id and r.follow_up_id = f.id)) order by f.due_on, f.id), '[]')
     from follow_up f where f.region_id = l.region_id and f.lead_id = l.id) as "followUps"
  from lead l
  join pipeline w on w.region_id = l.region_id and w.id = l.pipeline_id
  left join journey j on j.region_id = l.region_id and j.lead_id = l.id
  left join contact_person o on o.region_id = l.region_id and o.id = l.owner_id
  where l.region_id = ${regionId} and l.id = any(${leadIds}::uuid[])
  order by l.created_at, l.id`;

/** One row: what of `PersonExport` is not her leads. `withNames`: who read her page, by name. */
export const exportedRest = ({ regionId, personId, personIds, leadIds }: Subject, withNames: boolean): Sql => sql`
  select
    (select json_build_object('id', p.id, 'name', coalesce(p.name, ''), 'email', p.email, 'phone', p.phone, 'languages', p.languages,
       'protected', p.protected, 'createdAt', p.created_at, 'restriction', p.restricted_because,
       'alsoKnownAs', (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name, 'email', k.email, 'phone', k.phone,
          'languages', k.languages) order by k.id), '[]')
          from person k where k.region_id = p.region_id and k.id = any(${personIds}::uuid[]) and k.id <> p.id))
     from person p where p.region_id = ${regionId} and p.id = ${personId}) as person,
    (select coalesce(json_agg(json_build_object('activity', a.title, 'day', a.starts_on, 'organisation', x.name,
       'wantsContact', e.wants_contact, 'enteredAt', e.created_at) order by a.starts_on, a.id), '[]')
     from attendee e
     join activity a on a.region_id = e.region_id and a.id = e.activity_id
     left join organisation x on x.region_id = e.region_id and x.id = e.organisation_id
     where e.region_id = ${regionId} and e.person_id = any(${personIds}::uuid[])) as attendances,
    (select coalesce(json_agg(json_build_object('at', m.created_at, 'kind', m.kind, 'to', m.to_email, 'subject', m.subject, 'text', m.text,
       'state', m.state) order by m.created_at, m.id), '[]')
     from mail m
     where m.region_id = ${regionId} and (m.person_id = any(${personIds}::uuid[]) or m.lead_id = any(${leadIds}::uuid[])) and ${SENT_TO_HER}) as mails,
    (select coalesce(json_agg(json_build_object('at', b.at, 'bases', b.bases, 'decideBy', b.decide_by, 'decision', b.decision) order by b.at), '[]')
     from objection b where b.region_id = ${regionId} and b.person_id = any(${personIds}::uuid[])) as objections,
    (select coalesce(json_agg(json_build_object('at', e.at, 'askedBy', e.asked_by, 'reason', e.reason, 'restrictedUntil', e.restricted_until)
       order by e.at), '[]')
     from erasure e where e.region_id = ${regionId} and e.person_id = any(${personIds}::uuid[])) as erasures,
    (select coalesce(json_agg(json_build_object('at', u.at, 'action', u.action, 'by', case when ${withNames}::boolean then who.name end)
       order by u.at, u.id), '[]')
     from audit u left join app_user who on who.id = u.actor_id
     where u.region_id = ${regionId} and u.row_id = any(${[...personIds, ...leadIds]}::text[])
       and (u.table_name = 'person' or u.action = 'read')) as reads`;
