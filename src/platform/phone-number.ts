/** A phone number as the whole world writes it (E.164). */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Numbers typed without a country's prefix are Finnish. Null for what is no number: then its digits are compared. */
export const e164Of = (phone: string | null | undefined): string | null => {
  const number = phone ? parsePhoneNumberFromString(phone, 'FI') : undefined;
  return number?.isPossible() ? number.number : null;
};

/** Below this a number of Finland is a short service number or half a number: nobody is called at it, although its length is possible. */
const FEWEST_DIGITS = 6;

/** Whether somebody can be called at what she typed: `040 55` is half a number. Not asked of staff, who may note what they heard. */
export const isWholeNumber = (phone: string): boolean => {
  const number = parsePhoneNumberFromString(phone, 'FI');
  return number?.isPossible() === true && number.nationalNumber.length >= FEWEST_DIGITS;
};
