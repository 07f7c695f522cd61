/** Leads as one binary value: each with the step it reached and its touches, so that a report walks them once without objects. */
import sql, { type Sql } from 'sql-template-tag';

/** Seconds between 1970 and 2000: instants of leads are told from the latter, in four bytes. */
const SINCE_2000 = 946_684_800;
const ID_BYTES = 16;
const HEAD_BYTES = 16;
const TOUCH_BYTES = 8;
/** For leads without an outcome: all their touches count. */
const FOR_EVER = 2 ** 31 - 1;

/**
 * The binary value of one lead, as SQL over `c` (a lead of the cohort) and `p` (its path):
 * lead id (16), number of touches, furthest step, seconds to the end of the first outcome's day, creation, then its touches.
 */
export const PACKED_LEAD: Sql = sql`uuid_send(c.lead_id)
  || int4send(octet_length(p.touches) / 8) || int4send(c.reached) || int4send(coalesce(c.first_outcome, ${FOR_EVER}::int))
  || int4send((floor(date_part('epoch', c.created_at)) - ${SINCE_2000}::int)::int) || p.touches`;

/** One lead while it is walked over; the same object for each. */
export interface PackedLead {
  /** Furthest step reached within the window, from 1. */
  readonly reached: number;
  /** How many of its touches count: those up to its first outcome, without one all so far. */
  readonly counted: number;
  /** `activity.no` of the touch at this place, -1 referral, -2 own initiative. */
  activityAt(place: number): number;
  /** When that touch was, in whole seconds since 1970. */
  secondAt(place: number): number;
  id(): string;
}

/** Leads that have touches, in any number of binary values; those without any are not here. */
export class PackedLeads {
  constructor(private readonly values: readonly Buffer[]) {}

  /** Walks over all of them. Touches are in order of time. */
  forEach(visit: (lead: PackedLead) => void): void {
    for (const bytes of this.values) walk(bytes, visit);
  }

  /** The ids of those that `keep` keeps. */
  ids(keep: (lead: PackedLead) => boolean): string[] {
    const ids: string[] = [];
    this.forEach((lead) => {
      if (keep(lead)) ids.push(lead.id());
    });
    return ids;
  }
}

function walk(bytes: Buffer, visit: (lead: PackedLead) => void): void {
  let start = 0;
  let touches = 0;
  let created = 0;
  const lead = {
    reached: 0,
    counted: 0,
    activityAt: (place: number) => bytes.readInt32BE(touches + place * TOUCH_BYTES),
    secondAt: (place: number) => created + bytes.readInt32BE(touches + place * TOUCH_BYTES + 4),
    id: () => uuid(bytes.toString('hex', start, start + ID_BYTES)),
  };
  while (start < bytes.length) {
    const head = start + ID_BYTES;
    const count = bytes.readInt32BE(head);
    const until = bytes.readInt32BE(head + 8);
    lead.reached = bytes.readInt32BE(head + 4);
    created = bytes.readInt32BE(head + 12) + SINCE_2000;
    touches = head + HEAD_BYTES;
    lead.counted = count;
    while (lead.counted > 0 && bytes.readInt32BE(touches + (lead.counted - 1) * TOUCH_BYTES + 4) >= until) lead.counted -= 1;
    visit(lead);
    start = touches + count * TOUCH_BYTES;
  }
}

/** Keeps a lead whole if any of its counted touches matches. */
export const anyTouch =
  (matches: (activity: number, second: number) => boolean) =>
  (lead: PackedLead): boolean => {
    for (let place = 0; place < lead.counted; place += 1) if (matches(lead.activityAt(place), lead.secondAt(place))) return true;
    return false;
  };

const uuid = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

/** The binary value that SQL makes of leads, made here: what a test tells. */
export function pack(
  leads: readonly {
    id?: string;
    reached: number;
    created?: number;
    until?: number;
    touches: readonly (readonly [activity: number, seconds: number])[];
  }[],
): PackedLeads {
  const parts = leads.map(({ id = '00000000-0000-0000-0000-000000000000', reached, created = SINCE_2000, until = FOR_EVER, touches }) => {
    const part = Buffer.alloc(ID_BYTES + HEAD_BYTES + touches.length * TOUCH_BYTES);
    part.write(id.replaceAll('-', ''), 'hex');
    [touches.length, reached, until, created - SINCE_2000, ...touches.flat()].forEach((value, at) => {
      part.writeInt32BE(value, ID_BYTES + at * 4);
    });
    return part;
  });
  return new PackedLeads(parts);
}
