/** A point of a curve over time. */
export interface LinePoint {
  /** Milliseconds since 1970. */
  at: number;
  value: number;
}
