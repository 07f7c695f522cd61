/** A visit to a form's address: its pages, and what is sent from them. Whatever fails, what was typed stays. */
import { Injectable, Logger } from '@nestjs/common';
import { ContactPhotos, type Picture } from '../contact/photo.service.ts';
import { NotFound } from '../platform/problem.ts';
import { NOBODY } from '../platform/region-directory.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { acceptedLanguages } from '../platform/words/languages.ts';
import { checkAnswer, type Typed, typedFrom } from './form.answer.ts';
import { FormIntake } from './form.intake.ts';
import { languageFor } from './form.language.ts';
import { FormLimits } from './form.limit.ts';
import { awayPage, dataPage, pausedPage, thanksPage, unknownPage } from './form.more-pages.ts';
import { type Asked, formPage } from './form.page.ts';
import { FormTickets, OLDEST_MS, QUICKEST_MS, type Ticket } from './form.ticket.ts';
import { type Funding, FormVia } from './form.via.ts';
import { FormDirectory, type FormView } from './form.view.ts';
import { FormWords, type Spoken, spokenIn } from './form.words.ts';
import type { PublicPage } from './public-page.ts';

/** What a request tells of its visitor. */
export interface Visitor {
  readonly slug: string;
  readonly lang: string | undefined;
  readonly via: string | undefined;
  /** The header `Accept-Language`. */
  readonly accepts: string | undefined;
  readonly address: string;
}

/** Where the visitor goes after sending. */
export interface Onward {
  readonly to: string;
}

interface Place {
  readonly view: FormView;
  readonly spoken: Spoken;
}

@Injectable()
export class FormVisits {
  private readonly log = new Logger('Forms');

  constructor(
    private readonly directory: FormDirectory,
    private readonly words: FormWords,
    private readonly tickets: FormTickets,
    private readonly limits: FormLimits,
    private readonly via: FormVia,
    private readonly intake: FormIntake,
    private readonly photos: ContactPhotos,
    private readonly scope: RegionScope,
  ) {}

  /** The form, or why it takes nothing. */
  show(visitor: Visitor): Promise<PublicPage> {
    return this.unlessAway(visitor, undefined, (place) => this.asked(place, { ticket: this.ticket(place), via: visitor.via }));
  }

  /** After sending; `mail` when a receipt is on its way. */
  thanks(visitor: Visitor, mail: boolean): Promise<PublicPage> {
    return this.unlessAway(visitor, undefined, async ({ view, spoken }) => thanksPage(view, spoken, { mail }));
  }

  data(visitor: Visitor): Promise<PublicPage> {
    return this.unlessAway(visitor, undefined, async ({ view, spoken }) => dataPage(view, spoken));
  }

  /** The photo of who stands on the form. @throws NotFound */
  async photo(slug: string): Promise<Picture> {
    const view = await this.directory.find(slug);
    if (!view?.face) throw new NotFound('This photo');
    const { id } = view.face;
    return this.scope.run(view.region, NOBODY, () => this.photos.read(id));
  }

  /** Takes what was sent; or gives it back with what is wrong. */
  send(visitor: Visitor, body: unknown): Promise<PublicPage | Onward> {
    const typed = typedFrom(body);
    return this.unlessAway(visitor, typed, (place) => this.receive(place, typed, visitor));
  }

  private async receive(place: Place, typed: Typed, { address }: Visitor): Promise<PublicPage | Onward> {
    const { view, spoken } = place;
    const via = typed.via || undefined;
    const ticket = this.tickets.read(view.id, typed.ticket);
    if (ticket && (await this.intake.has(view, ticket))) return onward(place, typed);
    const wait = await this.limits.count(address, view.id);
    if (wait) {
      const again = { key: 'many', count: Math.ceil(wait / 60), status: 429 } as const;
      return this.asked(place, { typed, via, ticket: typed.ticket, again, headers: { 'retry-after': String(wait) } });
    }
    const checked = checkAnswer(view, typed);
    if ('faults' in checked) return this.asked(place, { typed, via, ticket: this.still(place, ticket), faults: checked.faults });
    if (!ticket || typed.homepage || !inTime(ticket))
      return this.asked(place, { typed, via, ticket: this.still(place, ticket), again: { key: 'again', status: 422 } });
    await this.intake.take({ view, spoken, answer: checked.answer, ticket, via, notice: typed.notice });
    return onward(place, typed);
  }

  private async asked({ view, spoken }: Place, rest: Omit<Asked, 'view' | 'spoken' | 'funding'>): Promise<PublicPage> {
    return formPage({ view, spoken, funding: await this.funding(view, rest.via), ...rest });
  }

  /** Of the form's activity, else of that of the link she came by. */
  private funding(view: FormView, via: string | undefined): Promise<Funding | null> {
    if (!view.activityId && !via) return Promise.resolve(null);
    return this.scope.run(view.region, NOBODY, async () => this.via.fundingOf(view.activityId ?? (await this.via.activityOf(via))));
  }

  private ticket({ view }: Place): string {
    return this.tickets.issue(view.id);
  }

  /** The same one, so that its time goes on; a new one when that is too old or none of ours. */
  private still(place: Place, ticket: Ticket | undefined): string {
    const young = ticket && Date.now() - ticket.madeAt.getTime() < OLDEST_MS;
    return young ? this.tickets.issue(place.view.id, ticket.madeAt, ticket.id) : this.ticket(place);
  }

  /**
   * Does `work` at the form of this address; answers that there is none, or that it takes nothing now. When the database is away the
   * form as it was last seen, else a plain page, keeps what was typed.
   */
  private async unlessAway<T>(visitor: Visitor, typed: Typed | undefined, work: (place: Place) => Promise<T>): Promise<T | PublicPage> {
    const { slug, lang, accepts } = visitor;
    const own = lang ?? acceptedLanguages(accepts)[0] ?? '';
    try {
      const view = await this.directory.find(slug);
      if (!view) return unknownPage(this.words.spoken(own), this.words.in(own));
      const place = this.placeOf(view, visitor);
      return view.paused ? pausedPage(view, place.spoken) : await work(place);
    } catch (error) {
      // The trace alone: what a failed statement was given may be about a person.
      this.log.error(error instanceof Error ? error.stack : String(error));
      const known = this.directory.remembered(slug);
      if (!known) return awayPage(this.words.spoken(own), this.words.in(own), typed);
      const place = this.placeOf(known, visitor);
      return formPage({
        ...place,
        funding: null,
        ...(typed ? { typed } : {}),
        ticket: typed?.ticket || this.ticket(place),
        via: typed?.via || visitor.via,
        again: { key: 'away', status: 503 },
        headers: { 'retry-after': '60' },
      });
    }
  }

  private placeOf(view: FormView, { lang, accepts }: Visitor): Place {
    return { view, spoken: spokenIn(this.words, view, languageFor(view.languages, lang, accepts)) };
  }
}

const inTime = ({ madeAt }: Ticket, now = Date.now()): boolean =>
  now - madeAt.getTime() >= QUICKEST_MS && now - madeAt.getTime() <= OLDEST_MS;

function onward({ view, spoken }: Place, typed: Typed): Onward {
  const mail = typed.email || typed.contact.includes('@');
  return { to: `/c/${view.slug}/thanks?lang=${spoken.language}${mail ? '&mail=1' : ''}` };
}
