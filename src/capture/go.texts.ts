/** What the pages behind a tracked link say that leads nowhere. The forms of a sentence with `{region}` name it. */
export const GO_LANGUAGES = ['fi', 'en', 'sv'] as const;
export type GoLanguage = (typeof GO_LANGUAGES)[number];
export type GoReason = 'unknown' | 'closed' | 'nowhere' | 'unavailable';

interface Words {
  readonly title: string;
  readonly text: string;
}

export const GO_TEXTS: Record<GoLanguage, Record<GoReason, Words> & { readonly write: string }> = {
  fi: {
    unknown: {
      title: 'Linkkiä ei löytynyt',
      text: 'Tarkista, että kirjoitit osoitteen oikein. Koodissa on seitsemän merkkiä, eikä siinä ole nollaa, ykköstä eikä kirjaimia o, i tai l.',
    },
    closed: {
      title: 'Tämä linkki ei ole nyt käytössä',
      text: 'Kampanja tai tapahtuma, johon linkki kuuluu, on päättynyt tai tauolla: {region}.',
    },
    nowhere: { title: 'Sivu avautuu pian', text: 'Tämän linkin takana ei ole vielä sivua: {region}. Kokeile myöhemmin uudelleen.' },
    unavailable: { title: 'Hetki vain', text: 'Linkkiä ei voi juuri nyt avata. Kokeile uudelleen muutaman minuutin kuluttua.' },
    write: 'Kirjoita meille',
  },
  en: {
    unknown: {
      title: 'This link was not found',
      text: 'Check that the address is typed correctly. A code has seven characters and never a zero, a one or the letters o, i or l.',
    },
    closed: { title: 'This link is not in use now', text: 'The campaign or event that it belongs to is over or paused: {region}.' },
    nowhere: { title: 'This page opens soon', text: 'There is no page behind this link yet: {region}. Please try again later.' },
    unavailable: { title: 'One moment, please', text: 'The link can’t be opened right now. Please try again in a few minutes.' },
    write: 'Write to us',
  },
  sv: {
    unknown: {
      title: 'Länken hittades inte',
      text: 'Kontrollera att adressen är rätt skriven. Koden har sju tecken och aldrig en nolla, en etta eller bokstäverna o, i eller l.',
    },
    closed: { title: 'Länken används inte nu', text: 'Kampanjen eller evenemanget som den hör till är över eller har paus: {region}.' },
    nowhere: { title: 'Sidan öppnas snart', text: 'Bakom länken finns ännu ingen sida: {region}. Försök igen senare.' },
    unavailable: { title: 'Ett ögonblick', text: 'Länken kan inte öppnas just nu. Försök igen om några minuter.' },
    write: 'Skriv till oss',
  },
};
