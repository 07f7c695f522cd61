/** Makes any picture small enough for a public page: a square of its middle, scaled and compressed until it fits. */
import { PHOTO_BYTES } from '../../../src/contact/photo.schema.ts';

/** Shown at 64 points: twice that for fine screens, less only when it must. */
const SIDES = [192, 160, 128, 96];
const QUALITIES = [0.86, 0.76, 0.66, 0.55, 0.45];

/** The picture as base64. @throws Error when the browser can't read it as a picture */
export async function smallPhoto(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file);
  for (const side of SIDES) {
    const canvas = square(picture, side);
    for (const quality of QUALITIES) {
      const blob = await encoded(canvas, quality);
      if (blob && blob.size <= PHOTO_BYTES) return base64(blob);
    }
  }
  throw new Error('This picture does not become small enough');
}

/** Faces are above the middle of a tall picture. */
function square(picture: ImageBitmap, side: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const edge = Math.min(picture.width, picture.height);
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.drawImage(picture, (picture.width - edge) / 2, (picture.height - edge) / 3, edge, edge, 0, 0, side, side);
  return canvas;
}

/** A browser that can't make WebP gives PNG: then JPEG. */
async function encoded(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  const as = (type: string) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  const webp = await as('image/webp');
  return webp?.type === 'image/webp' ? webp : as('image/jpeg');
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
