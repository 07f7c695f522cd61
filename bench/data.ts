/** A large national data set, made by few statements: regions of very different size, their activities, leads with their whole history. */
import type pg from 'pg';

export interface BenchRegion {
  readonly id: string;
  readonly slug: string;
  readonly leads: number;
}

const ACTIVITIES = 200;
const CONTACT_PERSONS = 8;
/** Leads are created over these days, up to yesterday. */
export const DAYS = 1095;

/** Shares fall with the rank: the first region is about twenty times the last one. */
export function sizes(leads: number, regions: number): number[] {
  const weights = Array.from({ length: regions }, (_, rank) => 1 / (rank + 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.max(1, Math.round((leads * weight) / whole)));
}

/** Fills the regions as the owner, without triggers: history first, then what is derived from it, by the definition of the product. */
export async function fill(owner: pg.Client, regions: readonly BenchRegion[], say: (line: string) => void): Promise<void> {
  await owner.query(
    "set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB'; select setseed(0.5)",
  );
  await owner.query('create temp table sized (region_id uuid, rank int, leads int)');
  await owner.query('insert into sized select * from unnest($1::uuid[], $2::int[], $3::int[])', [
    regions.map(({ id }) => id),
    regions.map((_, rank) => rank),
    regions.map(({ leads }) => leads),
  ]);
  for (const [name, statement] of STATEMENTS) {
    const start = Date.now();
    await owner.query(statement);
    say(`  ${name} ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
  await owner.query('analyze');
  const start = Date.now();
  for (const { id } of regions) await owner.query('select rebuild_projections($1)', [id]);
  say(`  journeys and paths ${((Date.now() - start) / 1000).toFixed(1)} s`);
  await owner.query('set session_replication_role = origin');
  await owner.query('vacuum analyze');
}

const STATEMENTS: readonly (readonly [name: string, statement: string])[] = [
  [
    'contact persons',
    `
    insert into contact_person (region_id, id, partner_id, name)
    select s.region_id, uuidv7(), (select id from partner p where p.region_id = s.region_id limit 1), 'Contact person ' || n
    from sized s cross join generate_series(1, ${CONTACT_PERSONS}) n`,
  ],
  [
    'activities',
    `
    insert into activity (region_id, id, no, kind, title, channel, audience, starts_on, ends_on, municipalities, languages)
    select s.region_id, uuidv7(), n,
           (array['campaign', 'influencer_video', 'recruitment_event', 'info_session', 'guidance', 'settlement_service'])[1 + n % 6],
           'Activity ' || n, (array['instagram', 'facebook', 'youtube', 'tiktok', 'linkedin', 'google_ads', 'radio', 'print', 'website', 'event', 'partner', 'other'])[1 + n % 12],
           'people', current_date - ${DAYS} + n * 5, current_date - ${DAYS} + n * 5 + 30, '{305}', '{fi}'
    from sized s cross join generate_series(1, ${ACTIVITIES}) n;
    update counter c set last = ${ACTIVITIES} from sized s where c.region_id = s.region_id and c.name = 'activity';
    create temp table person_of as
      select region_id, id, (row_number() over (partition by region_id order by id) - 1)::int as place from contact_person;
    insert into activity_contact (region_id, activity_id, contact_person_id, since, until)
    select a.region_id, a.id, p.id, a.starts_on, case when a.no % 4 = 0 then a.starts_on + 15 end
    from activity a join person_of p on p.region_id = a.region_id and p.place = a.no % ${CONTACT_PERSONS};
    insert into activity_contact (region_id, activity_id, contact_person_id, since)
    select a.region_id, a.id, p.id, a.starts_on + 15
    from activity a join person_of p on p.region_id = a.region_id and p.place = (a.no + 1) % ${CONTACT_PERSONS} where a.no % 4 = 0;
    insert into metric_period (region_id, id, activity_id, metric, source, period, value)
    select a.region_id, uuidv7(), a.id, m, 'meta', daterange(a.starts_on, a.ends_on, '[]'), (1000 * a.no)
    from activity a cross join unnest(array['reach', 'impressions', 'clicks']) m where a.no % 2 = 0`,
  ],
  [
    'leads',
    `
    create temp table plan as
      select s.region_id, uuidv7() as id, uuidv7() as person_id, o.created_at, p.id as pipeline_id,
             case when o.luck < 0.10 then 5 when o.luck < 0.25 then 4 when o.luck < 0.50 then 3 when o.luck < 0.80 then 2 else 1 end as reached,
             random() < 0.5 as may_be_lost, (random() * 20 + 1)::int as pace, (1 + floor(-ln(1 - random()) * 9.3))::int as touches,
             floor(random() * ${CONTACT_PERSONS})::int as owner, random() as fate
      from (select region_id, leads from sized) s
      join pipeline p on p.region_id = s.region_id and p.key = 'talent'
      cross join lateral (select now() - interval '1 day' - random() * ${DAYS} * interval '24 hours' as created_at, random() as luck
                          from generate_series(1, s.leads)) o
      order by o.created_at;
    insert into person (region_id, id, name, languages) select region_id, person_id, 'Somebody', '{fi}' from plan;
    insert into lead (region_id, id, person_id, pipeline_id, intent, municipality, language, owner_id, created_at)
    select l.region_id, l.id, l.person_id, l.pipeline_id, 'move', (array['305', '832', '614', null])[1 + (l.fate * 4)::int % 4],
           (array['fi', 'en', 'uk', 'ru', 'sv'])[1 + (l.fate * 997)::int % 5], p.id, l.created_at
    from plan l join person_of p on p.region_id = l.region_id and p.place = l.owner order by l.created_at`,
  ],
  [
    'touches',
    `
    insert into touch (region_id, id, lead_id, activity_id, at, how)
    select t.region_id, uuidv7(), t.id, a.id, t.at, case when a.id is null then 'own_initiative' else 'self_reported' end
    from (select l.region_id, l.id, l.created_at - random() * interval '720 hours' + (n > 3)::int * random() * interval '1440 hours' as at,
                 floor(random() * ${ACTIVITIES * 1.02})::int + 1 as no
          from plan l cross join lateral generate_series(1, l.touches) n) t
    left join activity a on a.region_id = t.region_id and a.no = t.no`,
  ],
  [
    'stages',
    `
    insert into stage_change (region_id, id, lead_id, stage, at, contact_person_id)
    select l.region_id, uuidv7(), l.id, (array['new', 'contacted', 'qualified', 'visiting', 'won'])[n],
           least(l.created_at + (n - 1) * l.pace * interval '24 hours', now()), p.id
    from plan l join person_of p on p.region_id = l.region_id and p.place = l.owner cross join lateral generate_series(2, l.reached) n;
    insert into stage_change (region_id, id, lead_id, stage, reason, at)
    select region_id, uuidv7(), id, 'lost', (array['no_answer', 'no_job', 'no_housing', 'permit', 'stayed'])[1 + (fate * 5)::int % 5],
           least(created_at + (reached + 1) * pace * interval '24 hours', now())
    from plan where may_be_lost and reached < 5`,
  ],
  [
    'outcomes',
    `
    insert into outcome (region_id, id, lead_id, type, day, municipality, adults, children)
    select region_id, uuidv7(), id, case when fate < 0.8 then 'settled_mover' else 'employed' end,
           least(created_at + 4 * pace * interval '24 hours', now())::date, '305', 2, 1
    from plan where reached = 5 and fate < 0.95;
    insert into follow_up (region_id, id, lead_id, outcome_id, months, due_on, answered_at)
    select o.region_id, uuidv7(), o.lead_id, o.id, m, (o.day + make_interval(months => m))::date,
           case when o.day + make_interval(months => m) < now() and random() < 0.7 then o.day + make_interval(months => m) end
    from outcome o cross join unnest(array[3, 6, 12]) m where o.type = 'settled_mover';
    insert into follow_up_answer (region_id, id, follow_up_id, status, day)
    select region_id, uuidv7(), id, case when random() < 0.85 then 'still_here' else 'left' end, due_on from follow_up where answered_at is not null`,
  ],
  [
    'events of a generic analytics tool',
    `
    create table bench_event (website uuid not null, session uuid not null, name text not null, at timestamptz not null);
    insert into bench_event select region_id, lead_id, stage, at from stage_change where stage <> 'lost';
    insert into bench_event select region_id, id, 'new', created_at from lead;
    create index on bench_event (website, at);
    create index on bench_event (website, name, at);
    create index on bench_event (session)`,
  ],
];
