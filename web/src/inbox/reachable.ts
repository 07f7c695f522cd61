/** Whom a gesture of the inbox reaches: a lead's person, or one whose follow-up is due. */
export interface Reachable {
  /** The lead's. */
  readonly id: string;
  /** The lead's, and what the person wrote last; a follow-up tells neither. */
  readonly language?: string | null;
  readonly words?: string | null;
  readonly person: {
    readonly name: string;
    readonly email: string | null;
    readonly phone: string | null;
    readonly languages?: readonly string[];
  };
}
