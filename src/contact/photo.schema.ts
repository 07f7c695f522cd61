/** A contact person's photo: small enough that a page which shows it stays small. */
import * as z from 'zod';

/** The most a photo may weigh; the client crops and scales until it fits. */
export const PHOTO_BYTES = 12_288;

export const PhotoInput = z
  .strictObject({ /** The picture's bytes, WebP, JPEG or PNG. */ image: z.base64().max(Math.ceil(PHOTO_BYTES / 3) * 4) })
  .meta({ id: 'PhotoInput' });
export type PhotoInput = z.infer<typeof PhotoInput>;

export const Photo = z.object({ /** Changes with the picture. */ version: z.string() }).meta({ id: 'Photo' });
export type Photo = z.infer<typeof Photo>;
