import { expect } from 'vitest';

/** A rejection that carries a failure like this one. */
export const failing = (failure: object): unknown =>
  expect.objectContaining({ failure: expect.objectContaining(failure) });
