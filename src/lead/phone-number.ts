/** A phone number as the whole world writes it (E.164). */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Numbers typed without a country's prefix are Finnish. Null for what is no number: then its digits are compared. */
export const e164Of = (phone: string | null | undefined): string | null => {
  const number = phone ? parsePhoneNumberFromString(phone, 'FI') : undefined;
  return number?.isPossible() ? number.number : null;
};
