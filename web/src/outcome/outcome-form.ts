/** The outcome dialog's values, where they start, and how they become what the API takes. */
import type { Intent } from '../../../src/lead/pipeline.schema.ts';
import type { HOME_MUNICIPALITY, OutcomeInput, OutcomeType, RESIDENCES } from '../../../src/lead/outcome.schema.ts';
import { type OrganisationChoice, organisationRef } from '../organisation/organisation-picker.tsx';

export interface OutcomeValues {
  type: OutcomeType;
  on: string | null;
  municipality: string | null;
  adults: number;
  children: number;
  fromCountry: string | null;
  fromMunicipality: string | null;
  residence: (typeof RESIDENCES)[number] | null;
  homeMunicipality: (typeof HOME_MUNICIPALITY)[number];
  name: string;
  businessId: string;
  industry: string;
  soleTrader: boolean;
  organisation: OrganisationChoice | null;
}

const byIntent: Record<Intent, OutcomeType> = {
  move: 'settled_mover',
  work: 'settled_mover',
  remote: 'settled_mover',
  found: 'new_company',
  study: 'studying',
};

/** Whose outcome is followed up: a household or a company can be still here, a job is not asked about. */
export const isFollowed = (type: OutcomeType): boolean => type === 'settled_mover' || type === 'new_company';

/** The dialog as it opens: what the lead wanted, where, and today. */
export function firstValues(lead: { intent: Intent; municipality: string | null }, today: string): OutcomeValues {
  return {
    type: byIntent[lead.intent],
    on: today,
    municipality: lead.municipality,
    adults: 1,
    children: 0,
    fromCountry: null,
    fromMunicipality: null,
    residence: null,
    homeMunicipality: 'unknown',
    name: '',
    businessId: '',
    industry: '',
    soleTrader: false,
    organisation: null,
  };
}

/** Paths of the body whose field has another name here. */
export const fieldNames = { 'from.country': 'fromCountry', 'from.municipality': 'fromMunicipality', 'organisation.name': 'organisation' };

/** What is sent; the schema says whether it is enough. */
export function outcomeOf(values: OutcomeValues): Partial<OutcomeInput> & { type: OutcomeType } {
  const { type, adults, children, homeMunicipality, soleTrader } = values;
  const common = { on: values.on ?? undefined, municipality: values.municipality ?? undefined };
  if (type === 'settled_mover') {
    const from = values.fromCountry
      ? { country: values.fromCountry, municipality: (values.fromCountry === 'FI' && values.fromMunicipality) || undefined }
      : undefined;
    return { type, ...common, adults, children, from, residence: values.residence ?? undefined, homeMunicipality };
  }
  if (type === 'new_company') {
    return {
      type,
      ...common,
      name: values.name,
      businessId: values.businessId || undefined,
      industry: values.industry || undefined,
      soleTrader,
    };
  }
  return { type, ...common, organisation: organisationRef(values.organisation) };
}
