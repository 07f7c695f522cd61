/** A person's phone and e-mail as links that a phone understands. */
export const telHref = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;
export const mailHref = (email: string): string => `mailto:${email}`;
