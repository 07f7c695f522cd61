/** The demo's campaigns. Their gross reach adds up to the report's 9,770,288; how it is split over campaigns and channels is an example. */
import { ALL_MUNICIPALITIES as ALL, type DemoActivity, eur } from './koillismaa.activity.ts';
import { MUNICIPALITY } from './koillismaa.people.ts';

export const GROSS_REACH = 9_770_288;

const { kuusamo, posio, taivalkoski } = MUNICIPALITY;

export const CAMPAIGNS: readonly DemoActivity[] = [
  {
    key: 'kokonainen-elama',
    kind: 'campaign',
    title: 'Kokonainen elämä Koillismaalla',
    channel: 'instagram',
    contact: 'liisa',
    workPackage: 'TP1',
    startsOn: '2024-02-05',
    endsOn: '2024-04-30',
    municipalities: ALL,
    languages: ['fi'],
    parts: [
      { channel: 'instagram', reach: 612_400, costCents: eur(5200) },
      { channel: 'facebook', reach: 548_900, costCents: eur(4600) },
      { channel: 'youtube', reach: 431_250, costCents: eur(3900) },
    ],
  },
  {
    key: 'nupit',
    kind: 'campaign',
    title: 'Nupit Koilliseen',
    channel: 'instagram',
    contact: 'liisa',
    workPackage: 'TP1',
    startsOn: '2024-05-13',
    endsOn: '2024-06-30',
    municipalities: [kuusamo, taivalkoski],
    languages: ['fi'],
    parts: [
      { channel: 'instagram', reach: 702_118, costCents: eur(4800) },
      { channel: 'tiktok', reach: 655_030, costCents: eur(4100) },
      { channel: 'facebook', reach: 389_400, costCents: eur(2900) },
    ],
  },
  {
    key: 'toihin',
    kind: 'campaign',
    title: 'Talveksi töihin Rukalle',
    channel: 'google_ads',
    contact: 'petri',
    workPackage: 'TP1',
    startsOn: '2024-09-16',
    endsOn: '2024-11-30',
    municipalities: [kuusamo],
    languages: ['fi', 'en'],
    parts: [
      { channel: 'google_ads', reach: 818_300, costCents: eur(7400) },
      { channel: 'facebook', reach: 577_245, costCents: eur(4300) },
      { channel: 'linkedin', reach: 214_900, costCents: eur(3600) },
    ],
  },
  {
    key: 'etatoihin',
    kind: 'campaign',
    title: 'Etätöihin Koillismaalle',
    channel: 'linkedin',
    contact: 'mikko',
    workPackage: 'TP3',
    startsOn: '2024-03-04',
    endsOn: '2024-05-31',
    municipalities: [kuusamo, posio],
    languages: ['fi', 'en'],
    parts: [
      { channel: 'linkedin', reach: 241_600, costCents: eur(3800) },
      { channel: 'google_ads', reach: 396_700, costCents: eur(3300) },
    ],
  },
  {
    key: 'muuta',
    kind: 'campaign',
    title: 'Muuta Koillismaalle',
    channel: 'google_ads',
    contact: 'anna',
    workPackage: 'TP1',
    startsOn: '2025-01-13',
    endsOn: '2025-03-31',
    municipalities: ALL,
    languages: ['fi'],
    parts: [
      { channel: 'google_ads', reach: 905_410, costCents: eur(7900) },
      { channel: 'facebook', reach: 611_075, costCents: eur(4700) },
      { channel: 'print', reach: 182_000, costCents: eur(5400) },
      { channel: 'radio', reach: 264_000, costCents: eur(6100) },
    ],
  },
  {
    key: 'yrittajaksi',
    kind: 'campaign',
    title: 'Yrittäjäksi Koillismaalle',
    channel: 'facebook',
    contact: 'olena',
    workPackage: 'TP2',
    startsOn: '2025-02-03',
    endsOn: '2025-04-30',
    municipalities: [kuusamo, taivalkoski],
    languages: ['fi', 'uk', 'en'],
    parts: [
      { channel: 'facebook', reach: 158_200, costCents: eur(1900) },
      { channel: 'instagram', reach: 105_800, costCents: eur(1400) },
    ],
  },
  {
    key: 'kesa',
    kind: 'campaign',
    title: 'Kesä Koillismaalla',
    channel: 'instagram',
    contact: 'jari',
    workPackage: 'TP1',
    startsOn: '2025-05-05',
    endsOn: '2025-07-31',
    municipalities: ALL,
    languages: ['fi', 'en'],
    parts: [
      { channel: 'instagram', reach: 744_900, costCents: eur(5600) },
      { channel: 'tiktok', reach: 698_320, costCents: eur(4400) },
      // What the other splits leave of the report's total.
      { channel: 'youtube', reach: 512_740, costCents: eur(4200) },
    ],
  },
];
