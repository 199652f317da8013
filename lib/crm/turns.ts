/** Two callers told to come back are never told the same moment. */
const SPACING_MS = 20;

/** One taken place and from when to when it is taken. */
export interface Stay {
  from: number;
  to: number;
  isSpare: boolean;
}

interface Wish {
  /** Whether a place is free beside those taken then. */
  isFree: (beside: readonly Stay[]) => boolean;
  from: number;
  /** Moments already promised to others; the turn keeps a little away from each. */
  apartFrom?: readonly number[];
}

/** The first moment at which a place is free. */
export function turnOf(stays: readonly Stay[], { isFree, from, apartFrom = [] }: Wish): number {
  const isFreeAt = (at: number): boolean =>
    isFree(stays.filter((stay) => stay.from <= at && at < stay.to)) &&
    apartFrom.every((other) => Math.abs(other - at) >= SPACING_MS);
  const moments = [
    from,
    ...stays.map((stay) => stay.to),
    ...apartFrom.map((other) => other + SPACING_MS),
  ];
  return (
    moments
      .filter((at) => at >= from)
      .toSorted((one, other) => one - other)
      .find(isFreeAt) ?? from
  );
}
