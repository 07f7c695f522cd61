/** The pipelines a region starts with or may switch on, in its own language. */
import type { Intent, PIPELINE_TEMPLATES } from './pipeline.schema.ts';

export type TemplateKey = (typeof PIPELINE_TEMPLATES)[number];
type Locale = 'fi' | 'en' | 'sv';
type Words = Readonly<Record<Locale, string>>;

export interface PipelineTemplate {
  readonly label: Words;
  /** Leads of this wish start here when no pipeline is named. */
  readonly intent: Intent | null;
  readonly followUpMonths: readonly number[];
  /** Follow-ups run from the outcome, or from the closing whatever came of it. */
  readonly followUpFrom: 'outcome' | 'closing';
  /** Key and label of each step; the last is `won`. */
  readonly stages: readonly (readonly [key: string, label: Words])[];
}

const NEW: Words = { fi: 'Uusi', en: 'New', sv: 'Ny' };
const CONTACTED: Words = { fi: 'Yhteys saatu', en: 'Contacted', sv: 'Kontaktad' };
const VISITING: Words = { fi: 'Tutustumassa', en: 'Visiting', sv: 'På besök' };
const AFTER_OUTCOME = { followUpMonths: [3, 6, 12], followUpFrom: 'outcome' } as const;

export const TEMPLATES: Readonly<Record<TemplateKey, PipelineTemplate>> = {
  talent: {
    label: { fi: 'Muutto ja työ', en: 'Moving and work', sv: 'Flytt och arbete' },
    intent: null,
    ...AFTER_OUTCOME,
    stages: [
      ['new', NEW],
      ['contacted', CONTACTED],
      ['qualified', { fi: 'Kartoitettu', en: 'Needs known', sv: 'Kartlagd' }],
      ['visiting', VISITING],
      ['won', { fi: 'Asettunut', en: 'Settled', sv: 'Bosatt' }],
    ],
  },
  entrepreneurship: {
    label: { fi: 'Yrittäjyys', en: 'Entrepreneurship', sv: 'Företagande' },
    intent: 'found',
    ...AFTER_OUTCOME,
    stages: [
      ['new', NEW],
      ['contacted', CONTACTED],
      ['guided', { fi: 'Neuvottu', en: 'Guided', sv: 'Rådgiven' }],
      ['planning', { fi: 'Suunnittelee', en: 'Planning', sv: 'Planerar' }],
      ['won', { fi: 'Perustanut yrityksen', en: 'Company founded', sv: 'Företag grundat' }],
    ],
  },
  remote: {
    label: { fi: 'Etätyö', en: 'Remote work', sv: 'Distansarbete' },
    intent: 'remote',
    ...AFTER_OUTCOME,
    stages: [
      ['new', NEW],
      ['contacted', CONTACTED],
      ['visiting', VISITING],
      ['won', { fi: 'Etätöissä alueella', en: 'Working here', sv: 'Arbetar här' }],
    ],
  },
  interpreter: {
    label: { fi: 'Työelämätulkki', en: 'Work-life interpreter', sv: 'Arbetslivstolk' },
    intent: null,
    followUpMonths: [3, 6],
    followUpFrom: 'closing',
    stages: [
      ['intake', { fi: 'Alkukartoitus', en: 'Intake', sv: 'Inledande kartläggning' }],
      ['preparatory_support', { fi: 'Valmisteleva tuki', en: 'Preparatory support', sv: 'Förberedande stöd' }],
      ['on_site_support', { fi: 'Tuki työpaikalla', en: 'On-site support', sv: 'Stöd på arbetsplatsen' }],
      ['won', { fi: 'Ratkaisu löytyi', en: 'Solution', sv: 'Lösning' }],
    ],
  },
};

/** Those a new region starts with, in order. */
export const DEFAULT_TEMPLATES: readonly TemplateKey[] = ['talent', 'entrepreneurship', 'remote'];

/** The word of a region's locale; English where there is none. */
export const wordIn = (words: Words, locale: string): string => (locale in words ? words[locale as Locale] : words.en);
