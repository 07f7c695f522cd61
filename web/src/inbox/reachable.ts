/** Whom a gesture of the inbox reaches: a lead's person, or one whose follow-up is due. */
export interface Reachable {
  /** The lead's. */
  readonly id: string;
  readonly person: { readonly name: string; readonly email: string | null; readonly phone: string | null };
}
