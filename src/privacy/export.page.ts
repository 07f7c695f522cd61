/** The copy of everything as a page to read and to print, in the person's language. */
import { html } from 'ghtml';
import type { Say } from '../platform/words/words.ts';
import type { ExportedLead, PersonExport } from './export.schema.ts';
import { dayIn, languageIn, momentIn } from '../platform/words/names.ts';

interface Reading {
  readonly say: Say;
  readonly language: string;
  readonly timeZone: string;
}

/** Only what there is: an empty part is left out. */
export function exportBody(copy: PersonExport, reading: Reading): string {
  const { say, language, timeZone } = reading;
  const at = (instant: string) => momentIn(language, instant, timeZone);
  const { person } = copy;
  const identity = [person, ...person.alsoKnownAs].map(({ name, email, phone, languages }) =>
    [name, email, phone, languages.map((code) => languageIn(language, code)).join(', ')].filter(Boolean).join(' · '),
  );
  return [
    html`<p class="soft">${say('export.made', { day: at(copy.madeAt) })}</p>`,
    list(say('export.person'), identity),
    ...copy.leads.map((lead) => leadSection(lead, reading)),
    list(
      say('export.attendances'),
      copy.attendances.map(({ activity, day, organisation }) => joined(dayIn(language, day), activity, organisation)),
    ),
    list(
      say('export.mails'),
      copy.mails.map((mail) => joined(at(mail.at), mail.to, mail.subject, mail.text)),
    ),
    list(
      say('export.objections'),
      copy.objections.map((one) => joined(at(one.at), ...one.bases.map((basis) => say(`basis.${basis}`)), one.decision)),
    ),
    list(
      say('export.erasures'),
      copy.erasures.map((one) => joined(at(one.at), one.reason, one.restrictedUntil)),
    ),
    list(
      say('export.reads'),
      copy.reads.map((one) => joined(at(one.at), one.action, one.by)),
    ),
  ].join('');
}

function leadSection(lead: ExportedLead, { say, language, timeZone }: Reading): string {
  const at = (instant: string) => momentIn(language, instant, timeZone);
  const facts = [lead.pipeline, lead.stage, lead.municipality, lead.language, lead.origin, lead.ageClass, ...lead.heardFrom];
  return [
    html`<h2>${say('lead.title', { day: at(lead.createdAt) })}</h2><p>${joined(say(`intent.${lead.intent}`), ...facts)}</p>`,
    list(
      say('export.bases'),
      lead.bases.map((one) => joined(at(one.at), say(`basis.${one.kind}`), one.noticeVersion, one.noticeGiven)),
    ),
    list(
      say('export.owners'),
      lead.owners.map((one) => joined(at(one.at), one.to)),
    ),
    list(
      say('export.touches'),
      lead.touches.map((one) => joined(at(one.at), one.how, one.activity, one.organisation, one.voided?.reason)),
    ),
    list(
      say('export.stages'),
      lead.stages.map((one) => joined(at(one.at), one.stage, one.reason, one.voided?.reason)),
    ),
    list(
      say('export.notes'),
      lead.notes.map((one) => joined(at(one.at), one.text)),
    ),
    list(
      say('export.outcomes'),
      lead.outcomes.map((one) =>
        joined(
          dayIn(language, one.day),
          one.type,
          one.municipality,
          one.adults,
          one.children,
          one.fromCountry,
          one.fromMunicipality,
          one.residence,
          one.organisation,
          one.voided?.reason,
        ),
      ),
    ),
    list(
      say('export.followUps'),
      lead.followUps.map((one) =>
        joined(dayIn(language, one.dueOn), ...one.answers.flatMap(({ day, status, cameAnyway }) => [day, status, cameAnyway])),
      ),
    ),
  ].join('');
}

const joined = (...parts: readonly (string | number | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');

function list(title: string, lines: readonly string[]): string {
  const told = lines.filter(Boolean);
  return told.length ? html`<h3>${title}</h3><ul>!${told.map((line) => html`<li class="keep" dir="auto">${line}</li>`)}</ul>` : '';
}
