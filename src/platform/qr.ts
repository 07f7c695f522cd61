/** QR codes, in the product's deep green-blue on white: 7.6 to 1, which every reader takes. */
import QRCode from 'qrcode';

const COLOURS = { dark: '#0d5c63', light: '#ffffff' };
/** A quarter may be damaged and it still reads: paper on a stand gets creased. */
const LEVEL = 'Q';
/** The quiet zone that the standard asks for, in modules. */
const QUIET = 4;

const options = { errorCorrectionLevel: LEVEL, margin: QUIET, color: COLOURS } as const;

/** A picture of `url` that scales to any size. */
export const qrSvg = (url: string): Promise<string> => QRCode.toString(url, { ...options, type: 'svg' });

/** The same as a PNG, `size` pixels wide (rounded down to whole modules). */
export const qrPng = (url: string, size: number): Promise<Buffer> => QRCode.toBuffer(url, { ...options, type: 'png', width: size });
