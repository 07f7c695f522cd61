/** The parts of a record of processing as they follow from what the region does; a part is kept only where somebody wrote it otherwise. */
import type { TFunction } from 'i18next';
import { RECORD_PARTS, type RecordFacts, type RecordPart } from '../../../src/privacy/record.schema.ts';
import type { Format } from '../app/format.ts';

export type RecordTexts = Record<RecordPart, string>;

export function recordStart(facts: RecordFacts, t: TFunction<'privacy'>, format: Format): RecordTexts {
  const { partner, businessId, basis, contacts, retentionMonths, programmes, pipelines } = facts;
  const lines = (...all: (string | false)[]) => all.filter(Boolean).join('\n');
  const say = (key: string, values: Record<string, string | number> = {}) => t(`record.start.${key}`, values);
  return {
    controller: lines(businessId ? `${partner} (${businessId})` : partner, ...contacts.map(({ name, email }) => `${name}, ${email}`)),
    purposes: lines(
      say('purposes', { pipelines: format.list(pipelines) }),
      facts.followUpsByMail && say('followUps'),
      say(`basis.${basis}`),
    ),
    persons: say('persons'),
    data: lines(say('data'), facts.visitorHash && say('visitors')),
    recipients: lines(
      say('recipients'),
      programmes.length > 0 && say('funders', { programmes: format.list(programmes.map(({ name }) => name)) }),
    ),
    transfers: say('transfers'),
    retention: lines(
      say('retention', { count: retentionMonths }),
      ...programmes.flatMap(({ name, keepUntil }) => (keepUntil ? [say('evidence', { programme: name, day: format.day(keepUntil) })] : [])),
    ),
    security: say('security'),
  };
}

/** What differs from the start, for saving. */
export const writtenParts = (texts: RecordTexts, start: RecordTexts): Partial<RecordTexts> =>
  Object.fromEntries(
    RECORD_PARTS.filter((part) => texts[part].trim() && texts[part].trim() !== start[part]).map((part) => [part, texts[part]]),
  );
