/** A form as the public meets it: found by its address, with all that its page says; remembered for when the database is away. */
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { Databases } from '../platform/databases.ts';
import { NOBODY, RegionDirectory } from '../platform/region-directory.ts';
import { type RegionFacts, RegionScope } from '../platform/region-scope.ts';
import type { BasisKind } from '../region/region.schema.ts';
import type { FieldChoice, FormTexts } from './form.schema.ts';
import type { StoredForm } from './form.service.ts';

export interface Face {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly languages: readonly string[];
  /** Version of her photo. */
  readonly photo: string | null;
  /** The photo itself, in a page that is not at its own address. */
  readonly picture?: string;
}

/** All that a form's page says, in no language yet. */
export interface FormView {
  readonly region: RegionFacts;
  readonly id: string;
  readonly slug: string;
  readonly languages: readonly string[];
  readonly fields: readonly FieldChoice[];
  readonly texts: Readonly<Record<string, FormTexts>>;
  readonly sites: readonly string[];
  readonly paused: boolean;
  /** Null when she left and nobody has come after her. */
  readonly face: Face | null;
  /** The controller: her partner. */
  readonly partner: { readonly id: string; readonly name: string; readonly basis: BasisKind; readonly noticeVersion: string };
  /** The two sentences of her partner's present notice by language; null until one is published. */
  readonly notice: Readonly<Record<string, string>> | null;
  readonly activityId: string | null;
  readonly pipeline: { readonly key: string; readonly intent: string | null } | null;
  readonly municipalities: readonly string[];
  readonly options: readonly { readonly key: string; readonly label: string }[];
}

/** Forms that are remembered at most. */
const REMEMBERED = 500;

@Injectable()
export class FormDirectory {
  private readonly known = new Map<string, FormView>();

  constructor(
    private readonly databases: Databases,
    private readonly regions: RegionDirectory,
    private readonly scope: RegionScope,
  ) {}

  /** The form at this address, a paused one too; undefined when there is none or it is archived. */
  async find(slug: string): Promise<FormView | undefined> {
    const place = await this.databases.row<{ regionId: string; formId: string }>(sql`
      select region_id as "regionId", form_id as "formId" from form_slug where slug = ${slug}`);
    const region = place && (await this.regions.find(place.regionId));
    const view = region && (await this.scope.run(region, NOBODY, () => this.read(place.formId)));
    this.known.delete(slug);
    if (view) this.remember(slug, view);
    return view;
  }

  /** The form as it was last read by this process. */
  remembered(slug: string): FormView | undefined {
    return this.known.get(slug);
  }

  /** A form that is not saved, as its page would be. Within the region's scope. */
  async draft(form: StoredForm): Promise<FormView | undefined> {
    const row = await this.scope.row<Row>(sql`
      select ${this.columns()} from (values (null::uuid, ${form.contactPersonId}::uuid, ${form.activityId}::uuid)) f (id, contact_person_id, activity_id)
      ${this.beside(sql`select w.id from pipeline w where w.region_id = ${this.scope.here.regionId} and w.key = ${form.pipeline}`)}`);
    const { languages, fields, texts, sites } = form;
    return (
      row && {
        ...row,
        region: this.scope.here.region,
        id: '',
        slug: '',
        languages,
        fields,
        texts,
        sites,
        paused: false,
        activityId: form.activityId,
      }
    );
  }

  private async read(id: string): Promise<FormView | undefined> {
    const { region, regionId } = this.scope.here;
    const row = await this.scope.row<
      Row & Pick<FormView, 'id' | 'slug' | 'languages' | 'fields' | 'texts' | 'sites' | 'paused' | 'activityId'>
    >(sql`
      select f.id, f.slug, f.languages, f.fields, f.texts, f.sites, f.paused_at is not null as paused, f.activity_id as "activityId", ${this.columns()}
      from contact_form f ${this.beside(sql`f.pipeline_id`)}
      where f.region_id = ${regionId} and f.id = ${id} and f.archived_at is null`);
    return row && { ...row, region };
  }

  private columns(): Sql {
    const { regionId } = this.scope.here;
    return sql`case when c.left_at is null then jsonb_build_object('id', c.id, 'name', c.name, 'title', c.title, 'phone', c.phone,
                 'email', c.email, 'languages', c.languages, 'photo', p.version) end as face,
      jsonb_build_object('id', b.id, 'name', b.name, 'basis', b.basis, 'noticeVersion', b.notice_version) as partner,
      (select jsonb_object_agg(n.language, n.summary) from notice n
       where n.region_id = ${regionId} and n.partner_id = b.id and n.version = b.notice_version) as notice,
      case when w.id is not null then jsonb_build_object('key', w.key, 'intent', w.intent) end as pipeline,
      array(select m.code from region_municipality m where m.region_id = ${regionId} order by m.code) as municipalities,
      (select coalesce(jsonb_agg(jsonb_build_object('key', o.key, 'label', o.label) order by o.position, o.key), '[]')
       from heard_from_option o where o.region_id = ${regionId} and o.archived_at is null) as options`;
  }

  private beside(pipelineId: Sql): Sql {
    const { regionId } = this.scope.here;
    return sql`join contact_person c on c.region_id = ${regionId} and c.id = f.contact_person_id
      join partner b on b.region_id = ${regionId} and b.id = c.partner_id
      left join contact_photo p on p.region_id = ${regionId} and p.contact_person_id = c.id
      left join pipeline w on w.region_id = ${regionId} and w.id = (${pipelineId}) and w.archived_at is null`;
  }

  private remember(slug: string, view: FormView): void {
    this.known.set(slug, view);
    const [eldest] = this.known.keys();
    if (this.known.size > REMEMBERED) this.known.delete(eldest!);
  }
}

type Row = Pick<FormView, 'face' | 'partner' | 'notice' | 'pipeline' | 'municipalities' | 'options'>;
