/** The demo's influencer videos. The report knows the best one's 760,000 views; the curves and the other videos are examples. */
import { type DemoActivity, eur } from './koillismaa.activity.ts';
import { MUNICIPALITY } from './koillismaa.people.ts';

export const BEST_VIDEO_VIEWS = 760_000;

const { kuusamo, posio, taivalkoski } = MUNICIPALITY;

export const VIDEOS: readonly DemoActivity[] = [
  {
    key: 'viikko-kuusamossa',
    kind: 'influencer_video',
    title: 'Viikko Kuusamossa',
    channel: 'youtube',
    contact: 'liisa',
    workPackage: 'TP1',
    startsOn: '2024-03-14',
    costCents: eur(12000),
    municipalities: [kuusamo],
    languages: ['en'],
    views: [
      ['2024-03-15', 96_000],
      ['2024-03-18', 241_000],
      ['2024-03-24', 398_000],
      ['2024-04-14', 545_000],
      ['2024-06-14', 633_000],
      ['2024-09-14', 688_000],
      ['2025-03-14', 731_000],
      ['2025-12-15', BEST_VIDEO_VIEWS],
    ],
  },
  {
    key: 'muutimme-posiolle',
    kind: 'influencer_video',
    title: 'Muutimme Posiolle',
    channel: 'youtube',
    contact: 'jari',
    workPackage: 'TP1',
    startsOn: '2024-08-20',
    costCents: eur(6000),
    municipalities: [posio],
    languages: ['fi'],
    views: [
      ['2024-08-22', 21_000],
      ['2024-09-20', 74_300],
      ['2025-02-20', 103_100],
      ['2025-12-15', 118_400],
    ],
  },
  {
    key: 'talvipaiva',
    kind: 'influencer_video',
    title: 'Talvipäivä Taivalkoskella',
    channel: 'youtube',
    contact: 'sari',
    workPackage: 'TP1',
    startsOn: '2025-02-10',
    costCents: eur(4500),
    municipalities: [taivalkoski],
    languages: ['fi'],
    views: [
      ['2025-02-12', 12_900],
      ['2025-03-10', 44_700],
      ['2025-12-15', 64_250],
    ],
  },
  {
    key: 'etatyopaiva',
    kind: 'influencer_video',
    title: 'Etätyöpäivä Rukalla',
    channel: 'tiktok',
    contact: 'mikko',
    workPackage: 'TP3',
    startsOn: '2024-11-05',
    costCents: eur(3500),
    municipalities: [kuusamo],
    languages: ['fi'],
    views: [
      ['2024-11-06', 88_000],
      ['2024-12-05', 201_400],
      ['2025-12-15', 231_900],
    ],
  },
];
