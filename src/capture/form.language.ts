/** In which of its languages a form speaks to a visitor. */

/**
 * The one the address asks for, else the first of the browser's that the form has, else the form's first.
 * @param accepted the header `Accept-Language`
 */
export function languageFor(languages: readonly string[], asked: string | undefined, accepted: string | undefined): string {
  const wanted = [asked, ...preferred(accepted)].map((code) => code?.toLowerCase().split('-')[0]);
  return wanted.find((code) => code !== undefined && languages.includes(code)) ?? languages[0]!;
}

/** Language codes of an `Accept-Language`, the most wanted first. */
export function preferred(header: string | undefined): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, at) => {
      const [code = '', ...rest] = part.trim().split(';');
      const weight = Number(/^\s*q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1);
      return { code: code.trim().toLowerCase(), weight: Number.isFinite(weight) ? weight : 0, at };
    })
    .filter(({ code, weight }) => /^[a-z]{2,3}(-[a-z0-9]+)*$/.test(code) && weight > 0)
    .sort((one, other) => other.weight - one.weight || one.at - other.at)
    .map(({ code }) => code);
}
