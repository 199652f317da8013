/** What may be so of an Octeth server whoever asks it and however well. None of it is at the start. */
export const CONDITIONS = [
  /** The key and the lists are known; the user they belong to cannot be read. */
  'owner-lost',
  /** The lists are known; what they are set to cannot be read. */
  'list-settings-lost',
  /** Nobody is written down as subscribed without the day of her opt-in. */
  'opt-in-dates-wanted',
  /** No mail leaves the server, so that nobody can be asked to confirm. */
  'mail-down',
  /** A plugin of the server refuses whoever comes by a form. */
  'plugin-objects',
  /** What makes a query of rules has broken down. */
  'rules-engine-down',
  /** The database deletes none of these… */
  'people-undeletable',
  'tag-links-undeletable',
  'tags-undeletable',
  /** …or is gone when half of the people are. */
  'deletion-breaks-off',
  /** The database takes no record of an import. */
  'imports-unwritable',
] as const;
export type Condition = (typeof CONDITIONS)[number];

export const isCondition = (name: unknown): name is Condition =>
  CONDITIONS.some((condition) => condition === name);
