/** Leads as one binary value: each with the step it reached and its touches, so that a report walks them once without objects. */
import sql, { raw, type Sql } from 'sql-template-tag';

/** Seconds between 1970 and 2000, from which PostgreSQL counts. */
const SINCE_2000 = 946_684_800;
/** Id, creation, touches and step, first outcome. */
const HEAD_BYTES = 32;
const TOUCH_BYTES = 8;
/** The furthest step stands in the low bits beside the length of the touches. */
const STEP_BITS = 4;
/** For leads without an outcome: all their touches count. */
const FOR_EVER = 2 ** 31 - 1;

/**
 * The binary value of one lead, as SQL over `c` (a lead of the cohort) and `p` (its path): lead id (16 bytes), creation (8, in
 * microseconds since 2000), length of its touches and furthest step (4), seconds to the end of the first outcome's day (4), its touches.
 * Sent as PostgreSQL keeps them: to reckon with instants there took longer than all the rest.
 */
export const PACKED_LEAD: Sql = sql`uuid_send(c.lead_id) || timestamptz_send(c.created_at)
  || int4send(octet_length(p.touches) << ${raw(String(STEP_BITS))} | c.reached) || int4send(coalesce(c.first_outcome, ${FOR_EVER}::int)) || p.touches`;

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
    id: () => uuid(bytes.toString('hex', start, start + 16)),
  };
  while (start < bytes.length) {
    const lengthAndStep = bytes.readInt32BE(start + 24);
    const length = lengthAndStep >> STEP_BITS;
    const until = bytes.readInt32BE(start + 28);
    created = Math.floor((bytes.readInt32BE(start + 16) * 2 ** 32 + bytes.readUInt32BE(start + 20)) / 1e6) + SINCE_2000;
    touches = start + HEAD_BYTES;
    lead.reached = lengthAndStep & (2 ** STEP_BITS - 1);
    lead.counted = length / TOUCH_BYTES;
    while (lead.counted > 0 && bytes.readInt32BE(touches + (lead.counted - 1) * TOUCH_BYTES + 4) >= until) lead.counted -= 1;
    visit(lead);
    start = touches + length;
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
    const part = Buffer.alloc(HEAD_BYTES + touches.length * TOUCH_BYTES);
    part.write(id.replaceAll('-', ''), 'hex');
    part.writeBigInt64BE(BigInt(created - SINCE_2000) * 1_000_000n, 16);
    [((touches.length * TOUCH_BYTES) << STEP_BITS) | reached, until, ...touches.flat()].forEach((value, at) => {
      part.writeInt32BE(value, 24 + at * 4);
    });
    return part;
  });
  return new PackedLeads(parts);
}
