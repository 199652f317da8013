export * from './ours.ts';
export * from './peers.ts';
