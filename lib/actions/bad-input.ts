import { FailureError } from '../failure';

/** Refuses what does not hold, in words, by the field that is to be put right. */
export function need(isSound: boolean, field: string, reason: string): void {
  if (!isSound) throw new FailureError({ kind: 'bad-input', field, reason });
}

export const checkId = (id: string, field: string, reason: string): void =>
  need(id.trim() !== '', field, reason);
