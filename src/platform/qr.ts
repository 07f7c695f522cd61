/** QR codes in the region's colour on white, at least 4.5 to 1; without one in the product's deep green-blue, 7.6 to 1. */
import QRCode from 'qrcode';

const PRODUCT = '#0d5c63';
/** A quarter may be damaged and it still reads: paper on a stand gets creased. */
const LEVEL = 'Q';
/** The quiet zone that the standard asks for, in modules. */
const QUIET = 4;

const options = (color: string | null) =>
  ({ errorCorrectionLevel: LEVEL, margin: QUIET, color: { dark: color ?? PRODUCT, light: '#ffffff' } }) as const;

/** A picture of `url` that scales to any size; `color` is `#rrggbb`, null the product's. */
export const qrSvg = (url: string, color: string | null): Promise<string> => QRCode.toString(url, { ...options(color), type: 'svg' });

/** The same as a PNG, `size` pixels wide (rounded down to whole modules). */
export const qrPng = (url: string, color: string | null, size: number): Promise<Buffer> =>
  QRCode.toBuffer(url, { ...options(color), type: 'png', width: size });
