/**
 * The demo's leads, each with its whole story as a plan. All of it is an example, but for two totals of the report:
 * 42 persons got entrepreneurship guidance, and nine companies were founded.
 */
import { ACTIVITIES } from './koillismaa.activities.ts';
import type { DemoActivity } from './koillismaa.activity.ts';
import { GUIDED_PERSONS } from './koillismaa.events.ts';
import { CONTACTS, EXAMPLE, MUNICIPALITY } from './koillismaa.people.ts';
import type { PlannedLead, PlannedTouch } from './planned-lead.ts';
import { SameRandom } from './random.ts';

export const NEW_COMPANIES = 9;
const MOVERS = 252;
const REMOTE_WORKERS = 34;
/** Nothing of the demo happens after this instant. */
const LAST = Date.UTC(2025, 11, 30, 12);
const DAY = 86_400_000;

const FIRST_NAMES = [
  'Aino',
  'Eero',
  'Daria',
  'Oleh',
  'Maria',
  'Timo',
  'Natalia',
  'Ahmed',
  'Katri',
  'Juho',
  'Iryna',
  'Sergei',
  'Emma',
  'Lauri',
  'Fatima',
  'Mikael',
  'Hanna',
  'Viktor',
  'Sanna',
  'Andrii',
  'Julia',
  'Ville',
  'Noor',
  'Pekka',
  'Kateryna',
  'Tuomas',
  'Elena',
  'Samuel',
  'Riikka',
  'Yusuf',
] as const;
const LANGUAGES = { fi: 62, uk: 14, en: 11, ru: 7, ar: 6 } as const;
const ORIGINS = { fi: 'FI', uk: 'UA', en: 'DE', ru: 'EE', ar: 'SY' } as const;
const MUNICIPALITIES = { kuusamo: 44, pudasjarvi: 18, taivalkoski: 16, posio: 12, puolanka: 10 } as const;
const LOST = { no_housing: 24, no_job: 22, chose_another_place: 18, no_answer: 17, stayed: 9, seasonal_only: 6, permit: 4 } as const;
const HEARD_FROM = { friend: 26, facebook: 17, instagram: 17, youtube: 15, event: 12, employer: 8, search_engine: 5 } as const;
const COMPANIES = [
  'Leipomo',
  'Erämatkat',
  'Rakennus',
  'Kauneushoitola',
  'Verkkokauppa',
  'Hierontapalvelu',
  'Kahvila',
  'Ohjelmistot',
  'Puutyö',
] as const;
const NOTES = [
  'Asunto haussa, kolme huonetta riittää.',
  'Haluaa nähdä koulun ja päiväkodin.',
  'Työnantaja haastattelee ensi viikolla.',
  'Soitetaan uudelleen kuun lopussa.',
] as const;

const iso = (time: number) => new Date(Math.min(time, LAST)).toISOString();
const dayOf = (time: number) => iso(time).slice(0, 10);

/** All leads, in the order of their creation. */
export function plannedLeads(): PlannedLead[] {
  const random = new SameRandom(20_231_201);
  const leads = [
    ...Array.from({ length: MOVERS }, (_, at) => mover(random, at)),
    ...Array.from({ length: REMOTE_WORKERS }, (_, at) => remoteWorker(random, MOVERS + at)),
    ...Array.from({ length: GUIDED_PERSONS }, (_, at) => founder(random, at)),
  ];
  return leads.sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}

const CREATED_FROM = Date.UTC(2024, 0, 15);
const CREATED_DAYS = 700;

function who(random: SameRandom, at: number) {
  const language = random.weighted(LANGUAGES);
  const languages =
    language === 'fi' ? ['fi'] : random.chance(0.5) ? [language, 'en'].filter((one, i, all) => all.indexOf(one) === i) : [language];
  const number = String(at + 1).padStart(3, '0');
  return {
    name: `${random.pick(FIRST_NAMES)} ${EXAMPLE} ${number}`,
    ...(random.chance(0.8) ? { email: `esimerkki${number}@example.org` } : { phone: `+358 50 000 0${number}` }),
    languages,
    origin: ORIGINS[language],
  };
}

/** Where a lead came from: campaigns and videos that ran lately, perhaps an event, a referral, or nobody's work. */
function touchesBefore(random: SameRandom, created: number, fits: (activity: DemoActivity) => boolean): PlannedTouch[] {
  if (random.chance(0.09)) return [{ how: 'own_initiative', at: iso(created) }];
  if (random.chance(0.1)) return [{ how: 'referral', at: iso(created) }];
  const running = ACTIVITIES.filter(
    (activity) =>
      fits(activity) &&
      Date.parse(activity.startsOn) < created - 3 * DAY &&
      Date.parse(activity.endsOn ?? activity.startsOn) > created - 120 * DAY,
  );
  const videos = ACTIVITIES.filter((activity) => activity.kind === 'influencer_video' && Date.parse(activity.startsOn) < created - 5 * DAY);
  const wanted = random.between(1, 3);
  const touches = new Map<string, PlannedTouch>();
  for (let i = 0; i < wanted; i += 1) {
    const activity = videos.length && random.chance(0.34) ? random.pick(videos) : running.length ? random.pick(running) : undefined;
    if (!activity) continue;
    const from = Date.parse(activity.startsOn) + 9 * 3_600_000;
    const until = Math.min(created, Date.parse(activity.endsOn ?? dayOf(created)) + 15 * 3_600_000);
    const at =
      activity.headcount === undefined ? from + random.next() * Math.max(0, until - from) : Math.min(from + 3 * 3_600_000, created);
    const key = activity.parts ? `${activity.key}/${random.pick(activity.parts).channel}` : activity.key;
    touches.set(key, {
      activity: key,
      how: activity.headcount !== undefined ? 'attendance' : random.chance(0.25) ? 'conversation' : 'self_reported',
      at: iso(at),
    });
  }
  return [...touches.values()].sort((a, b) => a.at.localeCompare(b.at));
}

function owner(random: SameRandom, municipality: keyof typeof MUNICIPALITIES, language: string): string {
  const code = MUNICIPALITY[municipality];
  const able = CONTACTS.filter(
    ({ municipalities, languages }) => municipalities.includes(code) && (languages.includes(language) || languages.includes('en')),
  );
  return random.pick(able.length ? able : CONTACTS).key;
}

/** Goes up the steps as far as chance lets it, with a pause before each. */
function climb(
  random: SameRandom,
  created: number,
  steps: readonly (readonly [stage: string, chance: number, days: readonly [number, number]])[],
) {
  const moves: { stage: string; at: string }[] = [];
  let time = created;
  for (const [stage, chance, [shortest, longest]] of steps) {
    const next = time + random.between(shortest * 24, longest * 24) * 3_600_000;
    if (!random.chance(chance) || next > LAST) break;
    time = next;
    moves.push({ stage, at: iso(time) });
  }
  return { moves, time };
}

/** Open leads of long ago were lost; those of the last weeks are still running. */
function perhapsLost(random: SameRandom, { moves, time }: ReturnType<typeof climb>, probability: number): PlannedLead['moves'] {
  const then = time + random.between(20, 80) * DAY;
  if (moves.at(-1)?.stage === 'won' || then > LAST || !random.chance(probability)) return moves;
  return [...moves, { stage: 'lost', at: iso(then), reason: random.weighted(LOST) }];
}

function answersUntil(random: SameRandom, on: number): PlannedLead['answers'] {
  const answers: ('still_here' | 'left' | 'no_answer')[] = [];
  for (const months of [3, 6, 12]) {
    if (on + months * 31 * DAY > LAST) break;
    const answer = random.weighted({ still_here: 84, no_answer: 9, left: 7 });
    answers.push(answer);
    if (answer === 'left') break;
  }
  return answers;
}

function lead(
  random: SameRandom,
  at: number,
  plan: Pick<PlannedLead, 'intent' | 'moves' | 'touches'> & Partial<PlannedLead>,
  created: number,
): PlannedLead {
  const person = who(random, at);
  const municipality = random.weighted(MUNICIPALITIES);
  return {
    ...person,
    municipality: MUNICIPALITY[municipality],
    owner: owner(random, municipality, person.languages[0]!),
    createdAt: iso(created),
    heardFrom: random.chance(0.55) ? [random.weighted(HEARD_FROM)] : [],
    answers: [],
    ...(random.chance(0.3) ? { note: random.pick(NOTES) } : {}),
    ...plan,
  };
}

function mover(random: SameRandom, at: number): PlannedLead {
  const created = CREATED_FROM + random.next() ** 0.85 * CREATED_DAYS * DAY + random.between(7, 15) * 3_600_000;
  const touches = touchesBefore(
    random,
    created,
    ({ kind, audience, workPackage }) => audience !== 'employers' && workPackage !== 'TP2' && kind !== 'publication',
  );
  const climbed = climb(random, created, [
    ['contacted', 0.82, [0, 6]],
    ['qualified', 0.6, [3, 30]],
    ['visiting', 0.5, [10, 70]],
    ['won', 0.6, [20, 120]],
  ]);
  const moves = perhapsLost(random, climbed, 0.86);
  const settled = moves.at(-1)?.stage === 'won';
  const household = { adults: random.between(1, 2), children: random.pick([0, 0, 0, 1, 2, 3]) };
  return lead(
    random,
    at,
    {
      intent: random.pick(['move', 'move', 'work'] as const),
      moves,
      touches,
      ...(settled
        ? {
            outcome: { type: 'settled_mover', on: dayOf(climbed.time), ...household },
            answers: answersUntil(random, climbed.time),
            cameAnyway: random.weighted({ no: 5, partly: 3, yes: 2 }),
          }
        : {}),
    },
    created,
  );
}

function remoteWorker(random: SameRandom, at: number): PlannedLead {
  const created = Date.UTC(2024, 4, 1) + random.next() * 590 * DAY;
  const touches = touchesBefore(random, created, ({ workPackage, audience }) => workPackage === 'TP3' && audience !== 'employers');
  const climbed = climb(random, created, [
    ['contacted', 0.85, [0, 5]],
    ['visiting', 0.5, [10, 60]],
    ['won', 0.5, [14, 90]],
  ]);
  const moves = perhapsLost(random, climbed, 0.8);
  return lead(
    random,
    at,
    {
      intent: 'remote',
      moves,
      touches,
      ...(moves.at(-1)?.stage === 'won'
        ? {
            outcome: { type: 'settled_mover', on: dayOf(climbed.time), adults: 1, children: 0 },
            answers: answersUntil(random, climbed.time),
          }
        : {}),
    },
    created,
  );
}

/** One of the 42 who got guidance; the first nine founded a company. */
function founder(random: SameRandom, at: number): PlannedLead {
  const founds = at < NEW_COMPANIES;
  const created = CREATED_FROM + random.next() * (founds ? 460 : 640) * DAY;
  const before = touchesBefore(random, created, ({ workPackage, key }) => workPackage === 'TP2' && key !== 'neuvonta').filter(
    ({ at: time }) => Date.parse(time) <= created,
  );
  const guided = created + random.between(2, 25) * DAY;
  const moves = [
    { stage: 'contacted', at: iso(created + random.between(4, 90) * 3_600_000) },
    { stage: 'guided', at: iso(guided) },
    ...(founds
      ? [
          { stage: 'planning', at: iso(guided + 20 * DAY) },
          { stage: 'won', at: iso(guided + random.between(50, 110) * DAY) },
        ]
      : []),
  ];
  const on = Date.parse(moves.at(-1)!.at);
  return lead(
    random,
    600 + at,
    {
      intent: 'found',
      owner: random.pick(['olena', 'mikko']),
      municipality: random.pick([MUNICIPALITY.kuusamo, MUNICIPALITY.taivalkoski]),
      touches: [...before, { activity: 'neuvonta', how: 'attendance', at: iso(guided) }],
      moves: founds ? moves : perhapsLost(random, { moves, time: guided }, 0.6),
      ...(founds
        ? { outcome: { type: 'new_company', on: dayOf(on), company: `${EXAMPLE} ${COMPANIES[at]} Oy` }, answers: answersUntil(random, on) }
        : {}),
    },
    created,
  );
}
