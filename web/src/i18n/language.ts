/** The languages of the client, and which one a visitor gets: her own choice, else the browser's, else Finnish. */
export const languages = ['fi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Each language's own name, for the one who looks for it. */
export const ownNames: Record<Language, string> = { fi: 'Suomi', en: 'English' };

const key = 'suppilo.language';

function known(tag: string | null | undefined): Language | undefined {
  const language = tag?.toLowerCase().split('-')[0];
  return languages.find((one) => one === language);
}

export function chosenLanguage(): Language {
  const stored = known(localStorage.getItem(key));
  return stored ?? navigator.languages.map(known).find((one) => one !== undefined) ?? 'fi';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(key, language);
}
