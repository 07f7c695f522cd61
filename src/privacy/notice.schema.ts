/** A partner's privacy notice: published versions never change, another text is another version. */
import * as z from 'zod';
import { InstantOut } from '../platform/page.schema.ts';
import { LANGUAGES } from '../platform/words/languages.schema.ts';

/** Two sentences for a form, and the whole. */
export const NoticeText = z.strictObject({
  summary: z.string().trim().min(10).max(800),
  text: z.string().trim().min(10).max(20_000),
});
export type NoticeText = z.infer<typeof NoticeText>;

/** Texts of a new version by language; who reads another language reads the region's, and where that is left out the built-in text. */
export const NoticeInput = z
  .strictObject({
    texts: z.partialRecord(z.enum(LANGUAGES), NoticeText).refine((texts) => Object.keys(texts).length > 0, {
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
  /** As they were published, by language; of a version that never was, the built-in ones. */
  texts: z.record(z.string(), NoticeText),
  /** Where everybody can read it. */
  path: z.string(),
});
export type Notice = z.infer<typeof Notice>;

/** With the built-in texts by language, from which an own one may start. */
export const NoticeList = z.object({ items: z.array(Notice), builtIn: z.record(z.enum(LANGUAGES), NoticeText) }).meta({ id: 'NoticeList' });
export type NoticeList = z.infer<typeof NoticeList>;
