/** What a new region answers 'How did you hear of us?' with, in its own language. */

export interface DefaultOption {
  readonly key: string;
  readonly label: Readonly<Record<'fi' | 'en' | 'sv', string>>;
  /** The channel it stands for, if any. */
  readonly channel: string | null;
}

const sameEverywhere = (name: string) => ({ fi: name, en: name, sv: name });

export const HEARD_FROM: readonly DefaultOption[] = [
  { key: 'friend', label: { fi: 'Ystävä tai sukulainen', en: 'A friend or relative', sv: 'En vän eller släkting' }, channel: null },
  { key: 'employer', label: { fi: 'Työnantaja', en: 'An employer', sv: 'En arbetsgivare' }, channel: null },
  { key: 'instagram', label: sameEverywhere('Instagram'), channel: 'instagram' },
  { key: 'facebook', label: sameEverywhere('Facebook'), channel: 'facebook' },
  { key: 'youtube', label: sameEverywhere('YouTube'), channel: 'youtube' },
  { key: 'tiktok', label: sameEverywhere('TikTok'), channel: 'tiktok' },
  { key: 'search_engine', label: { fi: 'Hakukone', en: 'A search engine', sv: 'En sökmotor' }, channel: null },
  { key: 'website', label: { fi: 'Alueen verkkosivut', en: "The region's website", sv: 'Regionens webbplats' }, channel: 'website' },
  { key: 'newspaper', label: { fi: 'Lehti', en: 'A newspaper', sv: 'En tidning' }, channel: 'print' },
  { key: 'radio', label: sameEverywhere('Radio'), channel: 'radio' },
  { key: 'event', label: { fi: 'Tapahtuma tai messut', en: 'An event or fair', sv: 'Ett evenemang eller en mässa' }, channel: 'event' },
  { key: 'municipality', label: { fi: 'Kunta', en: 'The municipality', sv: 'Kommunen' }, channel: null },
  { key: 'other', label: { fi: 'Muu', en: 'Something else', sv: 'Annat' }, channel: null },
];
