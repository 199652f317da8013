/** `seed` is the two reference files to the letter; `public` is what the vendors publish now. */
export type Dialect = 'seed' | 'public';
export type ServiceName = 'octeth' | 'gateway' | 'control';
export type Clock = () => number;
