/** What somebody wrote into a form: read, checked against what the form asks, and told what is wrong with it. */
import { Email } from '../access/session.schema.ts';
import { Phone } from '../contact/contact-person.schema.ts';
import { INTENTS, type Intent } from '../lead/pipeline.schema.ts';
import { isWholeNumber } from '../platform/phone-number.ts';
import { asks } from './form.fields.ts';
import type { FormView } from './form.view.ts';

/** As typed, by the names of the page's fields; absent ones are empty. */
export type Typed = Readonly<Record<TypedName, string>>;
export const TYPED = [
  'name',
  'contact',
  'email',
  'phone',
  'intent',
  'when',
  'municipality',
  'heardFrom',
  'message',
  'consent',
  'via',
  'notice',
  'ticket',
  'homepage',
] as const;
export type TypedName = (typeof TYPED)[number];

/** A checked answer. */
export interface FormAnswer {
  readonly name: string;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  /** Undefined where the form does not ask, or nothing was chosen. */
  readonly intent: Intent | undefined;
  readonly when: string | undefined;
  readonly municipality: string | undefined;
  readonly heardFrom: string | undefined;
  readonly message: string | undefined;
}

/** What is wrong with a field: a key of the catalogue below `fault`. */
export interface Fault {
  readonly name: TypedName;
  readonly key: string;
  readonly count?: number;
}

export const LONGEST: Readonly<Partial<Record<TypedName, number>>> = {
  name: 160,
  contact: 300,
  email: 254,
  phone: 40,
  when: 200,
  message: 3000,
};
/** `I don't know yet`, where the form needs an answer. */
export const ANYWHERE = 'any';

/** The body of a posted form as text, whatever came: a field twice counts once, what is no text not at all. */
export function typedFrom(body: unknown): Typed {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const read = (name: string) => {
    const value = Array.isArray(given[name]) ? given[name][0] : given[name];
    return typeof value === 'string' ? value.replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim().slice(0, 10_000) : '';
  };
  return Object.fromEntries(TYPED.map((name) => [name, read(name)])) as Typed;
}

/** The answer, or everything that is wrong with it, in the order of the fields. */
export function checkAnswer(view: FormView, typed: Typed): { readonly answer: FormAnswer } | { readonly faults: readonly Fault[] } {
  const reach = reachOf(view, typed);
  const { municipality, heardFrom } = typed;
  const chosen: Pick<FormAnswer, 'intent' | 'municipality' | 'heardFrom'> = {
    intent: INTENTS.find((intent) => intent === typed.intent),
    municipality: view.municipalities.includes(municipality) ? municipality : undefined,
    heardFrom: view.options.some(({ key }) => key === heardFrom) ? heardFrom : undefined,
  };
  const empty = (name: 'intent' | 'when' | 'municipality' | 'heardFrom' | 'message', filled: boolean): Fault[] =>
    asks(view.fields, name)?.required && !filled ? [{ name, key: name }] : [];
  const faults = [
    ...(typed.name ? [] : [{ name: 'name', key: 'name' } as const]),
    ...reach.faults,
    ...empty('intent', chosen.intent !== undefined),
    ...empty('when', typed.when !== ''),
    ...empty('municipality', chosen.municipality !== undefined || municipality === ANYWHERE),
    ...empty('heardFrom', chosen.heardFrom !== undefined || view.options.length === 0),
    ...empty('message', typed.message !== ''),
    ...(view.partner.basis === 'consent' && typed.consent !== 'yes' ? [{ name: 'consent', key: 'consent' } as const] : []),
    ...tooLong(view, typed),
  ];
  if (faults.length) return { faults };
  const asked = (name: 'when' | 'message') => (asks(view.fields, name) && typed[name]) || undefined;
  return { answer: { name: typed.name, ...reach.found, ...chosen, when: asked('when'), message: asked('message') } };
}

type Reach = Pick<FormAnswer, 'email' | 'phone'>;

/** How she can be reached. A form that asks for both asks in one field, where one of both is enough. */
function reachOf(view: FormView, typed: Typed): { found: Reach; faults: Fault[] } {
  const [email, phone] = [asks(view.fields, 'email'), asks(view.fields, 'phone')];
  const apart = separately(view);
  const found = apart ? { email: typed.email, phone: typed.phone } : inOneField(typed.contact, typed);
  const faults: Fault[] = [];
  const at = (name: 'email' | 'phone'): TypedName => (apart ? name : 'contact');
  if (found.email && !Email.safeParse(found.email).success)
    faults.push({ name: at('email'), key: found.email.endsWith('@') ? 'emailEnd' : 'emailWrong' });
  if (found.phone && !(Phone.safeParse(found.phone).success && isWholeNumber(found.phone)))
    faults.push({ name: at('phone'), key: apart || found.email ? 'phoneWrong' : wrongIn(found.phone) });
  if (apart && !found.email && (email?.required || (email && !phone))) faults.push({ name: 'email', key: 'email' });
  if (apart && !found.phone && (phone?.required || (phone && !email))) faults.push({ name: 'phone', key: 'phone' });
  if (!found.email && !found.phone && faults.length === 0) faults.push({ name: apart ? 'email' : 'contact', key: 'contact' });
  return { found: { email: found.email ? Email.safeParse(found.email).data : undefined, phone: found.phone || undefined }, faults };
}

/** Whether e-mail and phone are two questions: when only one is asked, or one must be there whatever the other says. */
export const separately = ({ fields }: Pick<FormView, 'fields'>): boolean => {
  const [email, phone] = [asks(fields, 'email'), asks(fields, 'phone')];
  return !email || !phone || email.required || phone.required;
};

/** What is wrong with the only field, where neither an address nor a number was found: `olena(at)example` was meant as an address. */
const wrongIn = (contact: string): string => {
  if (/\p{L}/u.test(contact) && /[([{]\s*at\s*[)\]}]|[\p{L}\d]\.\p{L}{2,}$/iu.test(contact)) return 'emailWrong';
  return /\d/.test(contact) ? 'phoneWrong' : 'contact';
};

/** What has an @ is the e-mail address, what else has digits the phone number: `daria@example.org, 040 123 4567` is both. */
function inOneField(contact: string, { email, phone }: Typed): { email: string; phone: string } {
  const parts = contact.split(/[\s,;]+/).filter(Boolean);
  const address = parts.find((part) => part.includes('@'));
  const rest = parts.filter((part) => part !== address).join(' ');
  return { email: address ?? email, phone: rest || phone };
}

const tooLong = (view: FormView, typed: Typed): Fault[] =>
  Object.entries(LONGEST).flatMap(([key, count]): Fault[] => {
    const name = key as TypedName;
    if (name === 'email' || name === 'phone')
      return separately(view) && typed[name].length > count ? [{ name, key: 'tooLong', count }] : [];
    return typed[name].length > count ? [{ name, key: 'tooLong', count }] : [];
  });
