/** All words of one language, gathered from the features; loaded when the language is chosen. */
import { z } from 'zod';
import { type Catalogue, namespaces } from './namespaces.ts';

export const catalogues = namespaces(import.meta.glob<Catalogue>('../**/*.en.json', { eager: true, import: 'default' }));
export const zodLocale = z.locales.en();
