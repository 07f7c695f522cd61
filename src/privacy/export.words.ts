/** The words of the copy for what is stored as a key: in the person's language, or as the region calls it. */
import { KNOWN_OPTIONS } from '../capture/form.schema.ts';
import { municipalityName } from '../platform/municipality.schema.ts';
import { countryIn, dayIn, languageIn, momentIn } from '../platform/words/names.ts';
import type { Say } from '../platform/words/words.ts';
import type { ExportedLead } from './export.schema.ts';

export interface Reading {
  readonly say: Say;
  /** The words of the form, which she was asked in. */
  readonly sayForm: Say;
  readonly language: string;
  readonly region: { readonly timeZone: string; readonly locale: string };
}

export class ExportWords {
  constructor(private readonly reading: Reading) {}

  readonly moment = (instant: string): string => momentIn(this.reading.language, instant, this.reading.region.timeZone);
  readonly day = (day: string): string => dayIn(this.reading.language, day);
  readonly language = (code: string): string => languageIn(this.reading.language, code);

  country(code: string | null): string | null {
    return code && countryIn(this.reading.language, code);
  }

  municipality(code: string | null): string | null {
    return code && municipalityName(code, this.reading.language);
  }

  /** As the region calls it; `lost` stands beside the steps and is called by nobody else. */
  stage({ stage, stageLabel }: { stage: string | null; stageLabel: string | null }): string | null {
    return stageLabel ?? (stage && this.reading.say(`told.${stage}`));
  }

  /** One of the region's own as it calls it, else one that is known everywhere. */
  lostReason({ reason, reasonLabel }: ExportedLead['stages'][number]): string | null {
    return reasonLabel ?? (reason && this.reading.say(`told.lostReason.${reason}`));
  }

  /** As the form asked her: in her language where the product has the answer in it, else as the region calls it. */
  heardFrom({ key, label }: ExportedLead['heardFrom'][number]): string {
    const { language, region, sayForm } = this.reading;
    const known = (KNOWN_OPTIONS as readonly string[]).includes(key);
    return known && (language !== region.locale || label === null) ? sayForm(`heard.${key}`) : (label ?? key);
  }

  /** That it was marked as wrong, and why. */
  voided({ voided }: Pick<ExportedLead['touches'][number], 'voided'>): (string | null)[] {
    return voided ? [this.reading.say('told.voided'), voided.reason] : [];
  }
}
