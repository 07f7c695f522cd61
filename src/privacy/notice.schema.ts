/** A partner's privacy notice: published versions never change, another text is another version. */
import * as z from 'zod';
import { InstantOut } from '../platform/page.schema.ts';

export const NOTICE_LANGUAGES = ['fi', 'sv', 'en', 'uk', 'ru', 'ar'] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];

/** Two sentences for a form, and the whole. */
export const NoticeText = z.strictObject({
  summary: z.string().trim().min(10).max(800),
  text: z.string().trim().min(10).max(20_000),
});
export type NoticeText = z.infer<typeof NoticeText>;

/** Texts of a new version by language; a language that is left out has the built-in text. */
export const NoticeInput = z
  .strictObject({
    texts: z.partialRecord(z.enum(NOTICE_LANGUAGES), NoticeText).refine((texts) => Object.keys(texts).length > 0, {
      error: 'Write it in one language at least',
      params: { code: 'no_text' },
    }),
  })
  .meta({ id: 'NoticeInput' });
export type NoticeInput = z.infer<typeof NoticeInput>;

export const Notice = z.object({
  version: z.string(),
  /** The one that new leads are given. */
  current: z.boolean(),
  /** Null: the built-in text, never published. */
  at: InstantOut.nullable(),
  texts: z.record(z.string(), NoticeText),
  /** Where everybody can read it. */
  path: z.string(),
});
export type Notice = z.infer<typeof Notice>;

export const NoticeList = z.object({ items: z.array(Notice) }).meta({ id: 'NoticeList' });
export type NoticeList = z.infer<typeof NoticeList>;
