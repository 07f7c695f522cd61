/** Contact forms: made, changed, paused and put away by marketers and admins. */
import { Inject, Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { ContactPersonService } from '../contact/contact-person.service.ts';
import { Pipelines } from '../lead/pipeline.service.ts';
import { Concurrency } from '../platform/concurrency.ts';
import { newId } from '../platform/id.ts';
import type { Page } from '../platform/page.schema.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { Conflict, NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { SETTINGS, type Settings } from '../platform/settings.ts';
import { plannedFields } from './form.fields.ts';
import { type Form, type FormChange, type FormInput, type FormList, type FormTexts, FormVersion } from './form.schema.ts';
import { FormWords } from './form.words.ts';

/** A form as it stands in its table. */
export interface StoredForm {
  readonly contactPersonId: string;
  readonly activityId: string | null;
  readonly pipeline: string | null;
  readonly languages: string[];
  readonly fields: Form['fields'];
  readonly texts: Record<string, FormTexts>;
  readonly sites: string[];
}

@Injectable()
export class Forms {
  constructor(
    private readonly scope: RegionScope,
    private readonly concurrency: Concurrency,
    private readonly contactPersons: ContactPersonService,
    private readonly pipelines: Pipelines,
    private readonly words: FormWords,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The eldest first; `q` finds a part of the address, a text or the contact person's name. */
  async list(asked: FormList): Promise<Page<Form>> {
    const archived = asked.archived === 'all' ? null : asked.archived === 'true';
    const rows = await this.scope.rows<Row & { total: number }>(sql`
      select ${this.columns()}, count(*) over ()::int as total ${FROM}
      where f.region_id = ${this.scope.here.regionId}
        and (${archived}::boolean is null or (f.archived_at is not null) = ${archived}::boolean)
        and strpos(lower(concat_ws(' ', f.slug, f.texts::text, c.name)), lower(${asked.q ?? ''})) > 0
      order by f.created_at, f.id limit ${asked.limit} offset ${offsetOf(asked)}`);
    return pageFrom(
      rows.map((row) => this.told(row)),
      asked,
    );
  }

  /** @throws NotFound */
  async one(id: string): Promise<Form> {
    const row = await this.scope.row<Row>(sql`
      select ${this.columns()} ${FROM} where f.region_id = ${this.scope.here.regionId} and f.id = ${id}`);
    if (!row) throw new NotFound('This form');
    return this.told(row);
  }

  /** @throws Conflict `form_slug_taken` at `slug`, whoever has it; Unprocessable at the field that names what is not there */
  async make(input: FormInput): Promise<Form> {
    const { regionId } = this.scope.here;
    const id = newId();
    const planned = planOf(input);
    const pipelineId = await this.check(planned);
    const taken = await this.scope.rows(sql`
      insert into form_slug (slug, region_id, form_id) values (${input.slug}, ${regionId}, ${id}) on conflict do nothing returning slug`);
    if (taken.length === 0) throw new Conflict('form_slug_taken', 'slug', 'Another form has this address');
    await this.scope.rows(sql`
      insert into contact_form (region_id, id, slug, contact_person_id, activity_id, pipeline_id, languages, fields, texts, sites)
      values (${regionId}, ${id}, ${input.slug}, ${planned.contactPersonId}, ${planned.activityId}, ${pipelineId}, ${planned.languages},
              ${JSON.stringify(planned.fields)}, ${JSON.stringify(planned.texts)}, ${planned.sites})`);
    return this.one(id);
  }

  /** @throws NotFound, Stale; Unprocessable at the field that names what is not there */
  async change(id: string, change: FormChange): Promise<Form> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`select from contact_form where region_id = ${regionId} and id = ${id} for no key update`);
    const current = await this.one(id);
    this.concurrency.check(FormVersion, current);
    const before = { ...current, contactPersonId: current.contactPerson.id, activityId: current.activity?.id ?? null };
    const planned = planOf({ ...before, title: undefined, ...withoutUndefined(change) });
    const pipelineId = await this.check(planned, before);
    await this.scope.rows(sql`
      update contact_form set contact_person_id = ${planned.contactPersonId}, activity_id = ${planned.activityId}, pipeline_id = ${pipelineId},
        languages = ${planned.languages}, fields = ${JSON.stringify(planned.fields)}, texts = ${JSON.stringify(planned.texts)},
        sites = ${planned.sites},
        paused_at = case when ${change.paused ?? current.paused} then coalesce(paused_at, now()) end,
        archived_at = case when ${change.archived ?? current.archived} then coalesce(archived_at, now()) end
      where region_id = ${regionId} and id = ${id}`);
    return this.one(id);
  }

  /** Lets only what is there be named; the pipeline's id. What stood there before may stay, whatever became of it. */
  private async check({ contactPersonId, activityId, pipeline }: StoredForm, before?: StoredForm): Promise<string | null> {
    const { regionId } = this.scope.here;
    if (contactPersonId.toLowerCase() !== before?.contactPersonId)
      await this.contactPersons.mustOwnWork(contactPersonId, 'contactPersonId');
    if (activityId) {
      const known = await this.scope.row(sql`select from activity where region_id = ${regionId} and id = ${activityId}`);
      if (!known) throw new Unprocessable('unknown_activity', 'activityId', 'There is no such activity');
    }
    if (!pipeline) return null;
    const chosen = (await this.pipelines.list()).find(({ key }) => key === pipeline);
    if (!chosen) throw new Unprocessable('unknown_pipeline', 'pipeline', 'There is no such pipeline');
    if (chosen.archived && before?.pipeline !== pipeline)
      throw new Unprocessable('archived_pipeline', 'pipeline', 'This pipeline is not in use any more');
    return chosen.id;
  }

  private columns(): Sql {
    return sql`f.id, f.slug, jsonb_build_object('id', c.id, 'name', c.name, 'photo', p.version) as "contactPerson",
      case when a.id is not null then jsonb_build_object('id', a.id, 'title', a.title) end as activity, w.key as pipeline,
      f.languages, f.fields, f.texts, f.sites, f.paused_at is not null as paused, f.archived_at is not null as archived,
      (select count(distinct coalesce(l.merged_into, l.id))::int from form_sending s join lead l on l.region_id = s.region_id and l.id = s.lead_id
       where s.region_id = f.region_id and s.form_id = f.id) as leads, f.created_at as "createdAt"`;
  }

  private told(row: Row): Form & { total: number } {
    const { region } = this.scope.here;
    const language = row.languages[0]!;
    const title = row.texts[language]?.title || this.words.defaults(language, region.name).title;
    return { ...row, title, url: `${this.settings.publicUrl ?? ''}/c/${row.slug}` };
  }
}

type Row = Omit<Form, 'title' | 'url'> & { readonly total: number };

const FROM = sql`from contact_form f
  join contact_person c on c.region_id = f.region_id and c.id = f.contact_person_id
  left join contact_photo p on p.region_id = c.region_id and p.contact_person_id = c.id
  left join activity a on a.region_id = f.region_id and a.id = f.activity_id
  left join pipeline w on w.region_id = f.region_id and w.id = f.pipeline_id`;

/** What is asked for, as it is stored: titles among the texts, empty texts dropped, sites as origins. */
export function planOf(input: Omit<FormInput, 'slug'>): StoredForm {
  const { contactPersonId, activityId = null, pipeline = null, languages, fields, title, texts = {}, sites = [] } = input;
  const titles = typeof title === 'string' ? { [languages[0]!]: title } : (title ?? {});
  const all = [...new Set([...Object.keys(texts), ...Object.keys(titles)])];
  const said = all.map((language) => {
    const own = titles[language];
    return [language, withoutEmpty({ ...texts[language], ...(own === undefined ? {} : { title: own }) })] as const;
  });
  return {
    contactPersonId,
    activityId,
    pipeline,
    languages,
    fields: plannedFields(fields),
    texts: Object.fromEntries(said.filter(([, text]) => Object.keys(text).length > 0)),
    sites: [...new Set(sites.map((site) => new URL(site).origin))],
  };
}

function withoutEmpty({ labels = {}, options = {}, ...rest }: FormTexts): FormTexts {
  const filled = <T extends object>(texts: T) => Object.fromEntries(Object.entries(texts).filter(([, text]) => text)) as Partial<T>;
  const [ownLabels, ownOptions] = [filled(labels), filled(options) as Record<string, string>];
  return {
    ...filled(rest),
    ...(Object.keys(ownLabels).length ? { labels: ownLabels } : {}),
    ...(Object.keys(ownOptions).length ? { options: ownOptions } : {}),
  };
}

const withoutUndefined = (change: FormChange): Partial<FormInput> => {
  const { paused: _, archived: __, ...rest } = change;
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<FormInput>;
};
