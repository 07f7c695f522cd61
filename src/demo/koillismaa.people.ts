/** The demo's partners, programme and contact persons. The report names the partners and the budget; every person is an example. */
import type { ProgrammeInput } from '../region/programme.schema.ts';
import type { PartnerInput } from '../region/partner.schema.ts';

/** Every invented person has this surname, so that no list, export or print of the demo can pass for real people. */
export const EXAMPLE = 'Esimerkki';

export const MUNICIPALITY = { kuusamo: '305', posio: '614', pudasjarvi: '615', puolanka: '620', taivalkoski: '832' } as const;

export const REGION = {
  name: 'Koillismaa',
  slug: 'koillismaa',
  locale: 'fi' as const,
  timeZone: 'Europe/Helsinki',
  municipalities: Object.values(MUNICIPALITY) as string[],
};

/** The first one is made with the region. */
export const PARTNERS: readonly PartnerInput[] = [
  { name: 'Naturpolis', basis: 'public_task' },
  { name: 'Kuusamo', basis: 'public_task' },
  { name: 'Posio', basis: 'public_task' },
  { name: 'Puolanka', basis: 'public_task' },
  { name: 'Taivalkoski', basis: 'public_task' },
  { name: 'Pudasjärvi', basis: 'public_task' },
  { name: 'Ksakki ry', basis: 'legitimate_interest' },
];

export const WORK_PACKAGES = [
  { code: 'TP1', name: 'Rekrytointi ja markkinointi' },
  { code: 'TP2', name: 'Yrittäjyys' },
  { code: 'TP3', name: 'Etätyö' },
  { code: 'TP4', name: 'Asettautumispalvelut' },
  { code: 'TP5', name: 'Työelämätulkki' },
] as const;
export type WorkPackageCode = (typeof WORK_PACKAGES)[number]['code'];

export const programme = (partners: string[]): ProgrammeInput => ({
  name: 'Work & Stay – kokonainen elämä Koillismaalla',
  startsOn: '2023-12-01',
  endsOn: '2025-12-31',
  budgetCents: 222_000_000,
  euFundingCents: 178_000_000,
  fundingStatement: 'Euroopan unionin osarahoittama',
  emblem: 'eu',
  partners,
  workPackages: [...WORK_PACKAGES],
});

export interface DemoContact {
  readonly key: string;
  readonly firstName: string;
  readonly title: string;
  readonly partner: string;
  readonly languages: string[];
  readonly municipalities: string[];
}

/** The first is whoever looks around: the demo's user, or the admin who loaded it. */
export const CONTACTS: readonly DemoContact[] = [
  {
    key: 'liisa',
    firstName: 'Liisa',
    title: 'Asettautumisohjaaja',
    partner: 'Naturpolis',
    languages: ['fi', 'en'],
    municipalities: ['305'],
  },
  {
    key: 'olena',
    firstName: 'Olena',
    title: 'Yritysneuvoja',
    partner: 'Naturpolis',
    languages: ['uk', 'ru', 'fi', 'en'],
    municipalities: ['305', '832'],
  },
  {
    key: 'mikko',
    firstName: 'Mikko',
    title: 'Yritysneuvoja',
    partner: 'Naturpolis',
    languages: ['fi', 'en', 'sv'],
    municipalities: ['305', '614', '832'],
  },
  { key: 'anna', firstName: 'Anna', title: 'Asettautumisohjaaja', partner: 'Pudasjärvi', languages: ['fi', 'en'], municipalities: ['615'] },
  { key: 'jari', firstName: 'Jari', title: 'Elinvoimakoordinaattori', partner: 'Posio', languages: ['fi', 'en'], municipalities: ['614'] },
  { key: 'elina', firstName: 'Elina', title: 'Asettautumisohjaaja', partner: 'Puolanka', languages: ['fi', 'en'], municipalities: ['620'] },
  {
    key: 'sari',
    firstName: 'Sari',
    title: 'Asettautumisohjaaja',
    partner: 'Taivalkoski',
    languages: ['fi', 'en', 'ru'],
    municipalities: ['832'],
  },
  {
    key: 'heikki',
    firstName: 'Heikki',
    title: 'Asettautumisohjaaja',
    partner: 'Kuusamo',
    languages: ['fi', 'en'],
    municipalities: ['305'],
  },
  {
    key: 'petri',
    firstName: 'Petri',
    title: 'Työelämätulkki',
    partner: 'Ksakki ry',
    languages: ['fi', 'en', 'ar'],
    municipalities: ['305', '615'],
  },
];

export const MARKETER = { firstName: 'Maija', partner: 'Naturpolis' } as const;
export const MANAGER = { firstName: 'Johanna', partner: 'Naturpolis' } as const;
