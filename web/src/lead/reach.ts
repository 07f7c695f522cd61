/** One field for phone and e-mail: which of the two was written. */

export interface Reach {
  email?: string;
  phone?: string;
  /** What is neither. */
  unclear?: string;
}

/** Tells a phone number from an e-mail address; both may stand in the field. */
export function reachOf(text: string): Reach {
  const words = text.trim().split(/[\s,;]+/);
  const email = words.find((word) => word.includes('@'));
  const rest = text
    .replace(email ?? '', ' ')
    .replace(/[,;]/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');
  const isPhone = /^\+?[\d\s()./-]{5,}$/.test(rest);
  return { ...(email ? { email } : {}), ...(rest ? (isPhone ? { phone: rest } : { unclear: rest }) : {}) };
}
