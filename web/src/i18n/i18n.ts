/** Starts i18next with the visitor's language; a feature's words are its namespace, shared words are `app`. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { z } from 'zod';
import { chosenLanguage, type Language, rememberLanguage } from './language.ts';
import type { Catalogue } from './namespaces.ts';

type Loaded = { catalogues: Record<string, Catalogue>; zodLocale: ReturnType<typeof z.locales.fi> };

const loaders: Record<Language, () => Promise<Loaded>> = {
  fi: () => import('./catalogues.fi.ts'),
  en: () => import('./catalogues.en.ts'),
};

async function load(language: Language): Promise<void> {
  const { catalogues, zodLocale } = await loaders[language]();
  for (const [namespace, catalogue] of Object.entries(catalogues)) i18next.addResourceBundle(language, namespace, catalogue);
  z.config(zodLocale);
  document.documentElement.lang = language;
}

export async function startI18n(): Promise<void> {
  const language = chosenLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'app',
    fallbackNS: 'app',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await load(language);
}

export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  rememberLanguage(language);
  await i18next.changeLanguage(language);
}
