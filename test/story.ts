/** Stories over HTTP: regions, people, activities and leads as a test tells them; whatever a step uses, it proves. */
import { type Answer, type Browser, TestApp } from './app.ts';

export const PASSWORD = 'Pohjoisen-revontulet-9';

/** What a story expects to work must work: anything else than 2xx fails the test with the problem it got. */
export function ok(answer: Answer): Answer['body'] {
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer.body;
}

export interface Named {
  readonly id: string;
}

export interface ContactPersonInStory extends Named {
  readonly name: string;
  /** Signed in as her. */
  readonly browser: Browser;
}

type Fields = Record<string, unknown>;

/** A story's world: one application with as many regions as it needs. */
export class Story {
  private regions = 0;
  private operator: Browser | undefined;

  private constructor(readonly app: TestApp) {}

  static async begin(settings: Parameters<typeof TestApp.start>[0] = {}): Promise<Story> {
    return new Story(await TestApp.start(settings));
  }

  end(): Promise<void> {
    return this.app.stop();
  }

  /** A region with its admin; the first one is set up, the others are made by the operator. */
  async region(fields: Fields = {}): Promise<RegionInStory> {
    this.regions += 1;
    const slug = `alue-${this.regions}`;
    const email = `admin@${slug}.example`;
    const body = {
      region: { name: `Alue ${this.regions}`, slug, locale: 'fi', municipalities: ['305', '832', '614'], ...fields },
      admin: { name: `Aino Admin ${this.regions}`, email, password: PASSWORD },
    };
    if (this.operator) ok(await this.operator('POST', '/regions', body));
    else {
      this.operator = this.app.browser();
      ok(await this.operator('POST', '/setup', body));
    }
    return new RegionInStory(this, slug, await this.signIn(email));
  }

  async signIn(email: string): Promise<Browser> {
    const browser = this.app.browser();
    ok(await browser('POST', '/session', { email, password: PASSWORD }));
    return browser;
  }
}

let people = 0;

/** One region as a story acts in it. */
export class RegionInStory {
  private first: ContactPersonInStory | undefined;

  constructor(
    readonly story: Story,
    readonly slug: string,
    readonly admin: Browser,
  ) {}

  path(rest: string): string {
    return `/regions/${this.slug}${rest}`;
  }

  /** Somebody with these roles, signed in. */
  async member(
    roles: string[],
    fields: Fields = {},
  ): Promise<{ id: string; contactPersonId: string | null; name: string; browser: Browser }> {
    people += 1;
    const email = (fields.email as string | undefined) ?? `henkilo${people}@${this.slug}.example`;
    const name = `Jäsen ${String(people).padStart(3, '0')}`;
    const { id, contactPersonId } = ok(
      await this.admin('POST', this.path('/members'), { name, email, roles, password: PASSWORD, ...fields }),
    );
    return { id, contactPersonId, name, browser: await this.story.signIn(email) };
  }

  async marketer(): Promise<Browser> {
    return (await this.member(['marketer'])).browser;
  }

  async manager(): Promise<Browser> {
    return (await this.member(['manager'])).browser;
  }

  /** A contact person who signs in. */
  async contactPerson(fields: Fields = {}): Promise<ContactPersonInStory> {
    const { contactPersonId, name, browser } = await this.member(['contact'], fields);
    const person = { id: contactPersonId!, name, browser };
    this.first ??= person;
    return person;
  }

  /** Another organisation that works in the region. */
  partner(name: string, fields: Fields = {}): Promise<Named> {
    return this.admin('POST', this.path('/partners'), { name, basis: 'public_task', ...fields }).then(ok);
  }

  async activity(fields: Fields & { kind?: string; contactPerson?: Named; on?: string } = {}): Promise<Named> {
    const { contactPerson = this.first ?? (await this.contactPerson()), on, ...rest } = fields;
    return ok(
      await this.admin('POST', this.path('/activities'), {
        kind: 'campaign',
        title: 'Nupit Koilliseen',
        channel: 'instagram',
        startsOn: on ?? '2025-01-01',
        ...(on ? { endsOn: on } : {}),
        municipalities: ['305'],
        languages: ['fi'],
        contactPersonId: contactPerson.id,
        ...rest,
      }),
    );
  }

  campaign(fields: Parameters<RegionInStory['activity']>[0] = {}): Promise<Named> {
    return this.activity({ kind: 'campaign', ...fields });
  }

  recruitmentEvent(fields: Parameters<RegionInStory['activity']>[0] = {}): Promise<Named> {
    return this.activity({ kind: 'recruitment_event', title: 'Rekrymessut', channel: 'event', ...fields });
  }

  infoSession(fields: Parameters<RegionInStory['activity']>[0] = {}): Promise<Named> {
    return this.activity({ kind: 'info_session', title: 'Yrittäjyysinfo', channel: 'event', ...fields });
  }

  /**
   * A lead, logged by `by` (else the first contact person). `metAt` are touches in order: an activity, `referral` or `own_initiative`,
   * each a day before creation unless it says when.
   */
  async lead(
    fields: Fields & { by?: ContactPersonInStory; metAt?: Met | Met[]; createdOn?: string; createdAt?: string } = {},
  ): Promise<LeadInStory> {
    people += 1;
    const { by = this.first ?? (await this.contactPerson()), metAt = [], createdOn, createdAt, ...rest } = fields;
    const created = createdAt ?? (createdOn ? `${createdOn}T09:00:00Z` : undefined);
    const day = created ? new Date(new Date(created).getTime() - 86_400_000) : new Date(Date.now() - 86_400_000);
    const touches = [metAt].flat().map((met) => touchOf(met, day.toISOString()));
    const lead = ok(
      await by.browser('POST', this.path('/leads'), {
        person: { name: `Henkilö ${people}`, email: `tulija${people}@example.org`, languages: ['fi'] },
        intent: 'move',
        touches,
        ...(created ? { createdAt: created } : {}),
        ...rest,
      }),
    );
    return new LeadInStory(this, lead.id, by.browser);
  }

  /** A report as `by` (else the admin) reads it. */
  async report(name: string, query: Record<string, string | string[]>, by: Browser = this.admin): Promise<Answer['body']> {
    const search = new URLSearchParams(
      Object.entries(query).flatMap(([key, value]) => [value].flat().map((one): [string, string] => [key, one])),
    );
    return ok(await by('GET', this.path(`/reports/${name}?${search}`)));
  }
}

export type Met =
  | Named
  | 'referral'
  | 'own_initiative'
  | { activity: Named; at: string; how?: string }
  | { how: 'referral' | 'own_initiative'; at: string };

function touchOf(met: Met, at: string) {
  if (typeof met === 'string') return { how: met, at };
  if ('activity' in met) return { activityId: met.activity.id, how: met.how ?? 'self_reported', at: met.at };
  if ('how' in met) return met;
  return { activityId: met.id, how: 'self_reported', at };
}

/** One lead as a story moves it on. */
export class LeadInStory {
  constructor(
    readonly region: RegionInStory,
    readonly id: string,
    readonly browser: Browser,
  ) {}

  private path(rest: string): string {
    return this.region.path(`/leads/${this.id}${rest}`);
  }

  /** Sends something of this lead, and answers what came back, a refusal too. */
  post(rest: string, body: Fields, by: Browser = this.browser): Promise<Answer> {
    return by('POST', this.path(rest), body);
  }

  async reaches(stage: string, at?: string): Promise<this> {
    ok(await this.browser('POST', this.path('/stage'), { stage, ...(at ? { at } : {}) }));
    return this;
  }

  async isLost(reason: string, at?: string): Promise<this> {
    ok(await this.browser('POST', this.path('/stage'), { stage: 'lost', reason, ...(at ? { at } : {}) }));
    return this;
  }

  async settles(on: string, fields: Fields = {}): Promise<Answer['body']> {
    return ok(
      await this.browser('POST', this.path('/outcomes'), {
        type: 'settled_mover',
        on,
        municipality: '305',
        adults: 2,
        children: 0,
        ...fields,
      }),
    );
  }

  async founds(on: string, fields: Fields = {}): Promise<Answer['body']> {
    return ok(
      await this.browser('POST', this.path('/outcomes'), {
        type: 'new_company',
        on,
        municipality: '305',
        name: 'Pohjan Pulla Oy',
        ...fields,
      }),
    );
  }

  async read(by: Browser = this.browser): Promise<Answer['body']> {
    return ok(await by('GET', this.path('')));
  }
}

/** The counts of a funnel's steps by their keys. */
export const counts = (funnel: { steps: { key: string; count: number | null }[] }): Record<string, number | null> =>
  Object.fromEntries(funnel.steps.map(({ key, count }) => [key, count]));
