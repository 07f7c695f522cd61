/** The copy of everything as a page to read and to print, in the person's language: no key stands there as it is stored. */
import { html } from 'ghtml';
import { ExportWords, type Reading } from './export.words.ts';
import type { ExportedLead, PersonExport } from './export.schema.ts';

/** Only what there is: an empty part is left out. */
export function exportBody(copy: PersonExport, reading: Reading): string {
  const words = new ExportWords(reading);
  const { say } = reading;
  const { person } = copy;
  const identity = [person, ...person.alsoKnownAs].map(({ name, email, phone, languages }) =>
    joined(name, email, phone, languages.map(words.language).join(', ')),
  );
  const standing = joined(person.protected && say('told.protected'), person.restriction && say(`told.restriction.${person.restriction}`));
  return [
    html`<p class="soft">${say('export.made', { day: words.moment(copy.madeAt) })}</p>`,
    list(say('export.person'), [...identity, standing]),
    ...copy.leads.map((lead) => leadSection(lead, words, reading)),
    list(
      say('export.attendances'),
      copy.attendances.map(({ activity, day, organisation, wantsContact }) =>
        joined(words.day(day), activity, organisation, wantsContact && say('told.wantsContact')),
      ),
    ),
    list(
      say('export.mails'),
      copy.mails.map((mail) => joined(words.moment(mail.at), say(`told.mailState.${mail.state}`), mail.to, mail.subject, mail.text)),
    ),
    list(
      say('export.objections'),
      copy.objections.map(({ at, bases, decision, decideBy }) =>
        joined(
          words.moment(at),
          ...bases.map((basis) => say(`basis.${basis}`)),
          decision ? say(`told.decision.${decision}`) : say('told.decision.open', { day: words.day(decideBy) }),
        ),
      ),
    ),
    list(
      say('export.erasures'),
      copy.erasures.map(({ at, reason, restrictedUntil }) =>
        joined(
          words.moment(at),
          say(`told.erasure.${reason}`),
          restrictedUntil && say('told.keptUntil', { day: words.day(restrictedUntil) }),
        ),
      ),
    ),
    list(
      say('export.reads'),
      copy.reads.map((one) => joined(words.moment(one.at), say(`told.did.${one.action}`), one.by)),
    ),
  ].join('');
}

function leadSection(lead: ExportedLead, words: ExportWords, { say }: Reading): string {
  const facts = [
    say(`intent.${lead.intent}`),
    lead.pipeline,
    words.stage(lead),
    words.municipality(lead.municipality),
    lead.language && words.language(lead.language),
    words.country(lead.origin),
    lead.ageClass && say(`told.age.${lead.ageClass}`),
    ...lead.heardFrom.map((one) => words.heardFrom(one)),
  ];
  return [
    html`<h2>${say('lead.title', { day: words.moment(lead.createdAt) })}</h2><p>${joined(...facts)}</p>`,
    list(
      say('export.bases'),
      lead.bases.map(({ at, kind, noticeVersion, noticeGiven }) =>
        joined(
          words.moment(at),
          say(`basis.${kind}`),
          noticeVersion && say('told.version', { version: noticeVersion }),
          noticeGiven && say(`told.given.${noticeGiven}`),
        ),
      ),
    ),
    list(
      say('export.owners'),
      lead.owners.map((one) => joined(words.moment(one.at), one.to)),
    ),
    list(
      say('export.touches'),
      lead.touches.map((one) =>
        joined(words.moment(one.at), say(`told.how.${one.how}`), one.activity, one.organisation, ...words.voided(one)),
      ),
    ),
    list(
      say('export.stages'),
      lead.stages.map((one) => joined(words.moment(one.at), words.stage(one), words.lostReason(one), ...words.voided(one))),
    ),
    list(
      say('export.notes'),
      lead.notes.map((one) => joined(words.moment(one.at), one.text)),
    ),
    list(
      say('export.outcomes'),
      lead.outcomes.map((one) => outcomeLine(one, words, say)),
    ),
    list(
      say('export.followUps'),
      lead.followUps.map(({ dueOn, months, answers }) =>
        joined(
          words.day(dueOn),
          say('told.followUp.months', { number: months }),
          ...answers.flatMap(({ day, status, cameAnyway }) => [
            words.day(day),
            say(`told.followUp.${status}`),
            cameAnyway && say(`told.cameAnyway.${cameAnyway}`),
          ]),
        ),
      ),
    ),
  ].join('');
}

function outcomeLine(one: ExportedLead['outcomes'][number], words: ExportWords, say: Reading['say']): string {
  const from = [words.municipality(one.fromMunicipality), words.country(one.fromCountry)].filter(Boolean).join(', ');
  return joined(
    words.day(one.day),
    say(`told.outcome.${one.type}`),
    words.municipality(one.municipality),
    one.adults !== null && say('told.adults', { number: one.adults }),
    one.children !== null && say('told.children', { number: one.children }),
    from && say('told.from', { place: from }),
    one.residence && say(`told.residence.${one.residence}`),
    one.homeMunicipality && say(`told.homeMunicipality.${one.homeMunicipality}`),
    one.organisation,
    ...words.voided(one),
  );
}

const joined = (...parts: readonly (string | false | null | undefined)[]): string => parts.filter(Boolean).join(' · ');

function list(title: string, lines: readonly string[]): string {
  const told = lines.filter(Boolean);
  return told.length ? html`<h3>${title}</h3><ul>!${told.map((line) => html`<li class="keep" dir="auto">${line}</li>`)}</ul>` : '';
}
