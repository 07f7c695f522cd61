/** The words that reports themselves need, beside those the region keeps and those of the client. */
import { acceptedLanguages } from '../platform/words/languages.ts';

export const LANGUAGES = ['fi', 'en', 'sv'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The steps that all pipelines have. */
export const COMMON_STEPS = ['created', 'responded', 'won'] as const;

const TEXTS = {
  created: { fi: 'Luotu', en: 'Created', sv: 'Skapad' },
  responded: { fi: 'Vastattu', en: 'Responded', sv: 'Besvarad' },
  won: { fi: 'Onnistunut', en: 'Won', sv: 'Lyckad' },
  referral: { fi: 'Ohjattu toisaalta', en: 'Referral', sv: 'Hänvisad' },
  own_initiative: { fi: 'Oma aloite', en: 'Own initiative', sv: 'Eget initiativ' },
  none: { fi: 'Ei mitään näistä', en: 'None of these', sv: 'Inget av dessa' },
  team: { fi: 'Muu tiimi', en: 'The rest of the team', sv: 'Övriga teamet' },
  unattributed: { fi: 'Ei tiedossa', en: 'Unknown', sv: 'Okänt' },

  title: { fi: 'Suppilo', en: 'Funnel', sv: 'Tratt' },
  example: {
    fi: 'ESIMERKKI: demon luvut, eivät minkään hankkeen tuloksia',
    en: 'EXAMPLE: figures of the demo, not the results of any project',
    sv: 'EXEMPEL: demons siffror, inte resultat av något projekt',
  },
  region: { fi: 'Alue', en: 'Region', sv: 'Region' },
  period: { fi: 'Jakso', en: 'Period', sv: 'Period' },
  comparison: { fi: 'Vertailujakso', en: 'Compared with', sv: 'Jämförelseperiod' },
  window: {
    fi: 'Seuranta-aika, vuorokautta liidin luomisesta',
    en: 'Window, days from the creation of a lead',
    sv: 'Uppföljningstid, dygn från att leadet skapades',
  },
  unlimited: { fi: 'ei rajaa', en: 'none', sv: 'ingen gräns' },
  filters: { fi: 'Suodattimet', en: 'Filters', sv: 'Filter' },
  model: { fi: 'Jakomalli', en: 'Credit model', sv: 'Fördelningsmodell' },
  small: {
    fi: 'Pienet luvut on piilotettu henkilöiden suojaamiseksi',
    en: 'Small counts are hidden to protect people',
    sv: 'Små tal är dolda för att skydda personer',
  },

  reach: { fi: 'Tavoittavuus', en: 'Reach', sv: 'Räckvidd' },
  figure: { fi: 'Luku', en: 'Figure', sv: 'Tal' },
  grossReach: {
    fi: 'Bruttotavoittavuus (sama ihminen voi olla mukana monta kertaa)',
    en: 'Gross reach (the same person may be counted several times)',
    sv: 'Bruttoräckvidd (samma person kan räknas flera gånger)',
  },
  impressions: { fi: 'Näyttökerrat', en: 'Impressions', sv: 'Visningar' },
  views: { fi: 'Katselukerrat', en: 'Views', sv: 'Videovisningar' },
  clicks: { fi: 'Klikkaukset', en: 'Clicks', sv: 'Klick' },
  clicksTracked: { fi: 'Klikkaukset, seuratut linkit', en: 'Clicks on tracked links', sv: 'Klick på spårade länkar' },
  clicksReported: { fi: 'Klikkaukset, kanavien ilmoittamat', en: 'Clicks as reported by channels', sv: 'Klick enligt kanalerna' },

  steps: { fi: 'Vaiheet', en: 'Steps', sv: 'Steg' },
  step: { fi: 'Vaihe', en: 'Step', sv: 'Steg' },
  count: { fi: 'Liidejä', en: 'Leads', sv: 'Leads' },
  stillRunning: { fi: 'Vielä kesken', en: 'Still running', sv: 'Pågår ännu' },
  fromPrevious: { fi: 'Osuus edellisestä', en: 'Rate from the previous', sv: 'Andel av föregående' },
  fromFirst: { fi: 'Osuus ensimmäisestä', en: 'Rate from the first', sv: 'Andel av första' },
  low: { fi: '95 % alaraja', en: '95 % low', sv: '95 % nedre gräns' },
  high: { fi: '95 % yläraja', en: '95 % high', sv: '95 % övre gräns' },
  days: { fi: 'Vuorokausia edellisestä, mediaani', en: 'Days from the previous, median', sv: 'Dygn från föregående, median' },
  p25: { fi: 'alakvartiili', en: 'lower quartile', sv: 'nedre kvartil' },
  p75: { fi: 'yläkvartiili', en: 'upper quartile', sv: 'övre kvartil' },
  mature: { fi: 'Liidejä, seuranta-aika ohi', en: 'Leads whose window is over', sv: 'Leads vars uppföljningstid gått ut' },

  lost: { fi: 'Menetetyt', en: 'Lost', sv: 'Förlorade' },
  reason: { fi: 'Syy', en: 'Reason', sv: 'Orsak' },
  stillHere: { fi: 'Yhä täällä', en: 'Still here', sv: 'Fortfarande här' },
  months: { fi: 'Kuukautta', en: 'Months', sv: 'Månader' },
  due: { fi: 'Kysymisen aika tullut', en: 'Due', sv: 'Förfallna' },
  notYetDue: { fi: 'Ei vielä', en: 'Not yet due', sv: 'Ännu inte' },
  noAnswer: { fi: 'Ei vastausta', en: 'No answer', sv: 'Inget svar' },
  rate: { fi: 'Osuus vastanneista', en: 'Rate of the answered', sv: 'Andel av de svarande' },
  rows: { fi: 'Erittely', en: 'Breakdown', sv: 'Uppdelning' },
  key: { fi: 'Tunnus', en: 'Key', sv: 'Nyckel' },
  label: { fi: 'Nimi', en: 'Name', sv: 'Namn' },

  coverage: { fi: 'Kattavuus', en: 'Coverage', sv: 'Täckning' },
  measure: { fi: 'Mittari', en: 'Measure', sv: 'Mått' },
  total: { fi: 'Yhteensä', en: 'Total', sv: 'Totalt' },
  covered: {
    fi: 'Päivinä, joina yhteyshenkilö oli paikalla',
    en: 'On days with an active contact person',
    sv: 'Dagar med en aktiv kontaktperson',
  },
  before: { fi: 'Ajalta ennen käyttöönottoa', en: 'Before the product was in use', sv: 'Före ibruktagandet' },
  share: { fi: 'Osuus', en: 'Share', sv: 'Andel' },
  spendCents: { fi: 'Kustannukset, senttiä', en: 'Costs, cents', sv: 'Kostnader, cent' },
  leads: { fi: 'Liidit', en: 'Leads', sv: 'Leads' },
  withoutOwner: { fi: 'Ilman omistajaa', en: 'Without an owner', sv: 'Utan ägare' },
  open: { fi: 'Avoinna', en: 'Open', sv: 'Öppna' },
  untouched: { fi: 'Koskematta 30 päivää', en: 'Untouched for 30 days', sv: 'Orörda i 30 dagar' },
  firstResponse: { fi: 'Ensivastaus', en: 'First response', sv: 'Första svar' },
  targetDays: { fi: 'Tavoite, työpäivää', en: 'Target, working days', sv: 'Mål, arbetsdagar' },
  inTime: { fi: 'Ajoissa', en: 'In time', sv: 'I tid' },
  late: { fi: 'Myöhässä', en: 'Late', sv: 'För sent' },
  undecided: { fi: 'Aikaa vielä vastata', en: 'Still in time to respond', sv: 'Ännu tid att svara' },
  medianHours: { fi: 'Mediaani, tuntia', en: 'Median, hours', sv: 'Median, timmar' },
  heardFrom: { fi: 'Mistä kuuli', en: 'Heard from', sv: 'Hörde från' },
  answered: { fi: 'Vastanneita', en: 'Answered', sv: 'Svarat' },
  channel: { fi: 'Kanava', en: 'Channel', sv: 'Kanal' },
  heard: { fi: 'Nimesi itse', en: 'Named it', sv: 'Nämnde själv' },
  met: { fi: 'Kohtasi seurannan mukaan', en: 'Met it, as tracked', sv: 'Mötte enligt spårning' },
  both: { fi: 'Molemmat', en: 'Both', sv: 'Båda' },
  owner: { fi: 'Omistaja', en: 'Owner', sv: 'Ägare' },
} as const satisfies Record<string, Record<Language, string>>;

export type TextKey = keyof typeof TEXTS;

export const text = (language: Language, key: TextKey): string => TEXTS[key][language];

const isLanguage = (code: string): code is Language => (LANGUAGES as readonly string[]).includes(code);

/** The language of a request among ours, by its `Accept-Language`; else the region's. */
export function languageOf(accepted: string | undefined, regional: string): Language {
  const wanted = acceptedLanguages(accepted).map((code) => code.split('-')[0]!);
  const best = wanted.find(isLanguage);
  if (best) return best;
  return isLanguage(regional) ? regional : 'fi';
}
