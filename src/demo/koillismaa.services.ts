/** The demo's settlement services, guides and community, as the report names them; dates and costs are examples. */
import { ALL_MUNICIPALITIES as ALL, type DemoActivity, eur } from './koillismaa.activity.ts';
import { MUNICIPALITY } from './koillismaa.people.ts';

const { kuusamo, posio, puolanka, taivalkoski } = MUNICIPALITY;

export const SERVICES: readonly DemoActivity[] = [
  ...(
    [
      ['kuusamo', kuusamo, 'liisa'],
      ['posio', posio, 'jari'],
      ['puolanka', puolanka, 'elina'],
      ['taivalkoski', taivalkoski, 'sari'],
    ] as const
  ).map(
    ([key, municipality, contact]): DemoActivity => ({
      key: `tervetuloa-${key}`,
      kind: 'settlement_service',
      title: `Tervetuloa-paketti, ${key[0]!.toUpperCase()}${key.slice(1)}`,
      channel: 'partner',
      contact,
      workPackage: 'TP4',
      startsOn: '2024-06-03',
      endsOn: '2025-12-31',
      costCents: eur(3000),
      municipalities: [municipality],
      languages: ['fi', 'en'],
    }),
  ),
  {
    key: 'muuttajan-opas',
    kind: 'publication',
    title: 'Muuttajan opas',
    channel: 'website',
    contact: 'liisa',
    workPackage: 'TP4',
    startsOn: '2024-04-02',
    endsOn: '2025-12-31',
    costCents: eur(5200),
    municipalities: ALL,
    languages: ['fi', 'en', 'uk'],
  },
  {
    key: 'ylpeasti-posiolainen',
    kind: 'settlement_service',
    title: 'Ylpeästi posiolainen -palvelupolku',
    channel: 'partner',
    contact: 'jari',
    workPackage: 'TP4',
    startsOn: '2024-09-02',
    endsOn: '2025-12-31',
    costCents: eur(4100),
    municipalities: [posio],
    languages: ['fi'],
  },
  {
    key: 'etatyoopas',
    kind: 'publication',
    title: 'Etätyöstä lisäarvoa liiketoimintaan -opas',
    channel: 'website',
    contact: 'mikko',
    workPackage: 'TP3',
    startsOn: '2024-10-14',
    endsOn: '2025-12-31',
    costCents: eur(2800),
    municipalities: [kuusamo, posio],
    languages: ['fi'],
  },
  {
    key: 'yhteiso',
    kind: 'community',
    title: 'Ruka-Kuusamo yhteisö (WhatsApp)',
    channel: 'other',
    contact: 'mikko',
    workPackage: 'TP3',
    startsOn: '2024-06-10',
    endsOn: '2025-12-31',
    costCents: eur(400),
    municipalities: [kuusamo],
    languages: ['fi', 'en'],
  },
];
