/** The emblem of the European Union with its funding statement, drawn as the Commission's guide of 2021 says: 2:3, twelve upright stars. */

/** Width and height of the emblem. */
const [WIDTH, HEIGHT] = [810, 540];
/** The stars stand on a circle of a third of the height, each within one of an eighteenth. */
const [RING, STAR] = [HEIGHT / 3, HEIGHT / 18];

const around = (x: number, y: number, radius: number, steps: number, of: number): string => {
  const angle = (2 * Math.PI * steps) / of;
  return `${(x + radius * Math.sin(angle)).toFixed(1)},${(y - radius * Math.cos(angle)).toFixed(1)}`;
};

/** A pentagram: every second of five points, its inside filled, too. */
const star = (at: number): string => {
  const [x, y] = around(WIDTH / 2, HEIGHT / 2, RING, at, 12)
    .split(',')
    .map(Number) as [number, number];
  return `M${[0, 2, 4, 1, 3].map((point) => around(x, y, STAR, point, 5)).join('L')}Z`;
};

/** An SVG of its own; next to it stands `EU_FUNDED` in words, so it is decoration to a screen reader. */
export const EU_EMBLEM_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH / 10}" height="${HEIGHT / 10}" aria-hidden="true"><path fill="#039" d="M0 0h${WIDTH}v${HEIGHT}H0z"/><path fill="#fc0" d="${Array.from({ length: 12 }, (_, at) => star(at)).join('')}"/></svg>`;

/** The statement in the words of the Commission, never translated freely. */
export const EU_FUNDED = {
  fi: 'Euroopan unionin osarahoittama',
  en: 'Co-funded by the European Union',
  sv: 'Medfinansieras av Europeiska unionen',
} as const;

/** The statement in this language; in a language without one of its own, in English. */
export const euFunded = (language: string): string => EU_FUNDED[language as keyof typeof EU_FUNDED] ?? EU_FUNDED.en;
