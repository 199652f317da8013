/** Maton’s link to one Systeme.io account. */
export interface Connection {
  id: string;
  label: string;
  /** When it was made, as Maton writes it. */
  since: string | null;
}

/** `pending` until its page has been gone through. */
export type ConnectionState = 'active' | 'pending' | 'failed' | 'unclear';

export interface ConnectionListing extends Connection {
  state: ConnectionState;
}
