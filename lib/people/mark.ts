/**
 * How an address is marked on a page, from the local directory alone.
 * - `unknown`: nobody has looked here yet, so nothing can be said
 * - `absent`: looked for everywhere, and found nowhere
 * - `one`, `both`: known and well in one system, in both
 * - `pending`: not confirmed yet
 * - `attention`: unsubscribed or soft bounced somewhere
 * - `stop`: suppressed or hard bounced somewhere
 */
export type MarkKind = 'unknown' | 'absent' | 'one' | 'both' | 'pending' | 'attention' | 'stop';
