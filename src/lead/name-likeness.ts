/** How alike two names are, typed by different hands: in another order, with a typing mistake, in a short form or with a word more. */

/** Edits that turn one word into the other: letters added, left out, exchanged, or two beside each other swapped (optimal string alignment). */
export function editsBetween(one: string, other: string): number {
  let [before, last, row]: number[][] = [[], [], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    [before, last, row] = [last!, row!, [i]];
    for (let j = 1; j <= other.length; j += 1) {
      const exchanged = one[i - 1] === other[j - 1] ? 0 : 1;
      row[j] = Math.min(last![j]! + 1, row[j - 1]! + 1, last![j - 1]! + exchanged);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j]!, before![j - 2]! + 1);
    }
  }
  return row![other.length]!;
}

const SAME = 1;
const MISTYPED = 0.9;
const SHORTENED = 0.8;
const INITIAL = 0.5;
/** Below this two names are of two people. */
const ALIKE = 0.6;

/** How alike two words of names are, 0 to 1. A mistake needs room: of five letters one may be wrong, of eight two. */
function wordLikeness(one: string, other: string): number {
  if (one === other) return SAME;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.startsWith(short)) return short.length >= 3 ? SHORTENED : INITIAL;
  const allowed = short.length >= 8 ? 2 : short.length >= 5 ? 1 : 0;
  return allowed > 0 && long.length - short.length <= allowed && editsBetween(short, long) <= allowed ? MISTYPED : 0;
}

/**
 * How alike two names are, 0 to 1, or null when they are of two people. Names are keys as `name_key` in the database makes them: words in
 * small letters without marks. Every word of the shorter one has its like in the longer one, one at least as a whole word, and one at
 * most as a short form. One word alone is a name only where the other one has no more.
 */
export function nameLikeness(one: string, other: string): number | null {
  if (one === other) return one === '' ? null : SAME;
  const [few, many] = [one.split(' '), other.split(' ')].sort((a, b) => a.length - b.length) as [string[], string[]];
  if (few.length < 2) return few.length === many.length && wordLikeness(one, other) >= MISTYPED ? MISTYPED : null;
  const likes = few
    .flatMap((word, i) =>
      many.map((candidate, j) => ({ i, j, like: wordLikeness(word, candidate), whole: Math.min(word.length, candidate.length) > 2 })),
    )
    .filter(({ like }) => like > 0)
    .sort((a, b) => b.like - a.like);
  const pairs: typeof likes = [];
  for (const next of likes) if (!pairs.some(({ i, j }) => i === next.i || j === next.j)) pairs.push(next);
  const isWhole = pairs.some(({ like, whole }) => like >= MISTYPED && whole);
  if (pairs.length < few.length || !isWhole || pairs.filter(({ like }) => like < MISTYPED).length > 1) return null;
  const likeness = (pairs.reduce((sum, { like }) => sum + like, 0) / few.length) * (few.length / many.length) ** 0.5;
  return likeness >= ALIKE ? likeness : null;
}
