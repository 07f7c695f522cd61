/** The whole story of a lead, with that of the leads merged into it: one statement, the newest first. */
import sql, { raw, type Sql } from 'sql-template-tag';
import type * as z from 'zod';
import type { TimelineEntry } from './lead.schema.ts';

type Detail = 'touch' | 'stage' | 'owner' | 'note' | 'message' | 'outcome' | 'followUp' | 'basis';

/** An entry as the database gives it: what only its type knows stands in `what`. */
export type TimelineRow = Omit<z.input<typeof TimelineEntry>, Detail> & {
  readonly what: Pick<z.input<typeof TimelineEntry>, Detail>;
};

/** The entry as it is sent. */
export const entryOf = ({ what, ...entry }: TimelineRow): z.input<typeof TimelineEntry> => ({ ...entry, ...what });

/** The id and name of a joined table's row, null without one. */
const named = (alias: 'o' | 'f' | 't' | 'g'): Sql =>
  raw(`case when ${alias}.id is not null then jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name) end`);

const touches = sql`
  select t.id, 'touch' as type, t.at, 3 as rank, t.actor_id, null::uuid as contact_person_id,
         jsonb_build_object('touch', jsonb_build_object('how', t.how, 'organisation', ${named('o')},
           'activity', case when a.id is not null then jsonb_build_object('id', a.id, 'title', a.title, 'channel', a.channel, 'kind', a.kind) end)) as what
  from told join touch t on t.region_id = told.region_id and t.lead_id = told.id
  left join activity a on a.region_id = t.region_id and a.id = t.activity_id
  left join organisation o on o.region_id = t.region_id and o.id = t.organisation_id`;

const stages = sql`
  select s.id, 'stage', s.at, 5, s.actor_id, s.contact_person_id, jsonb_build_object('stage', jsonb_build_object('stage', s.stage, 'reason', s.reason))
  from told join stage_change s on s.region_id = told.region_id and s.lead_id = told.id`;

const owners = sql`
  select w.id, 'owner', w.at, 2, w.actor_id, null,
         jsonb_build_object('owner', jsonb_build_object('from', ${named('f')}, 'to', ${named('t')}, 'controllerChanged', w.controller_changed))
  from told join owner_change w on w.region_id = told.region_id and w.lead_id = told.id
  left join contact_person f on f.region_id = w.region_id and f.id = w.from_id
  left join contact_person t on t.region_id = w.region_id and t.id = w.to_id`;

/** Not those that are the reason of a void, or the words of a follow-up or a message: they stand with these. */
const notes = sql`
  select n.id, 'note', n.at, 4, n.actor_id, n.contact_person_id, jsonb_build_object('note', jsonb_build_object('text', n.text, 'contact', n.contact))
  from told join note n on n.region_id = told.region_id and n.lead_id = told.id
  where not exists (select from void v where v.region_id = n.region_id and v.lead_id = n.lead_id and v.note_id = n.id)
    and not exists (
      select from follow_up u join follow_up_answer x on x.region_id = u.region_id and x.follow_up_id = u.id
      where u.region_id = n.region_id and u.lead_id = n.lead_id and x.note_id = n.id)
    and not exists (select from message m where m.region_id = n.region_id and m.note_id = n.id)`;

const messages = sql`
  select m.id, 'message', n.at, 4, n.actor_id, n.contact_person_id, jsonb_build_object('message', jsonb_build_object('text', n.text, 'state', e.state))
  from told join message m on m.region_id = told.region_id and m.lead_id = told.id
  join note n on n.region_id = m.region_id and n.id = m.note_id
  join mail e on e.region_id = m.region_id and e.id = m.mail_id`;

/** At the end of its day, or when it was written down the same day. */
const outcomes = (timeZone: string): Sql => sql`
  select o.id, 'outcome', least((o.day + 1)::timestamp at time zone ${timeZone} - interval '1 millisecond', o.created_at), 6, o.actor_id, o.contact_person_id,
         jsonb_build_object('outcome', jsonb_build_object('type', o.type, 'day', o.day, 'municipality', o.municipality, 'adults', o.adults,
           'children', o.children, 'residence', o.residence, 'organisation', ${named('g')}))
  from told join outcome o on o.region_id = told.region_id and o.lead_id = told.id
  left join organisation g on g.region_id = o.region_id and g.id = o.organisation_id`;

const followUps = sql`
  select x.id, 'follow_up', x.created_at, 7, x.actor_id, x.contact_person_id,
         jsonb_build_object('followUp', jsonb_build_object('months', u.months, 'status', x.status, 'day', x.day, 'cameAnyway', x.came_anyway, 'note', n.text,
           'answeredBy', x.answered_by))
  from told join follow_up u on u.region_id = told.region_id and u.lead_id = told.id
  join follow_up_answer x on x.region_id = u.region_id and x.follow_up_id = u.id
  left join note n on n.region_id = x.region_id and n.id = x.note_id`;

const bases = sql`
  select b.id, 'basis', b.at, 1, b.actor_id, null,
         jsonb_build_object('basis', jsonb_build_object('kind', b.kind, 'noticeVersion', b.notice_version, 'noticeGiven', b.notice_given))
  from told join basis b on b.region_id = told.region_id and b.lead_id = told.id`;

const creations = sql`select told.id, 'created', told.created_at, 0, told.created_by, null::uuid, '{}'::jsonb from told`;

/** Rows are `TimelineRow`. What happened at the same instant stands in the order it usually happens in. */
export const timelineOf = (regionId: string, leadId: string, timeZone: string): Sql => sql`
  with told as (
    select region_id, id, created_at, created_by from lead where region_id = ${regionId} and (id = ${leadId} or merged_into = ${leadId})),
  entry as (
    ${touches} union all ${stages} union all ${owners} union all ${notes} union all ${messages} union all ${outcomes(timeZone)}
    union all ${followUps} union all ${bases} union all ${creations})
  select e.id, e.type, e.at, coalesce(u.name, c.name) as actor, e.what,
         case when v.target_id is not null then json_build_object('reason', coalesce(r.text, ''), 'actor', y.name,
           'at', to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as voided
  from entry e
  left join app_user u on u.id = e.actor_id
  left join contact_person c on c.region_id = ${regionId} and c.id = e.contact_person_id
  left join void v on v.region_id = ${regionId} and v.target_id = e.id
  left join note r on r.region_id = v.region_id and r.id = v.note_id
  left join app_user y on y.id = v.actor_id
  order by e.at desc, e.rank desc, e.id desc`;
