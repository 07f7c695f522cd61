/** The codes of tracked links. */
import { randomInt } from 'node:crypto';

/** Without look-alikes (0 o 1 l i): people read codes from paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 7;

/** A random code, one of 27 thousand millions. Whether it is taken, the database knows. */
export const randomCode = (): string => Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
