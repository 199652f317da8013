/** Calls that a worker may die in, for tests of the outbox. */
type Call = (...given: never[]) => unknown;

/** A call that its worker may not live to begin, or not live to hear of. */
export const mortalCall = <Made extends Call>(call: Made, cross: () => Promise<void>): Made =>
  (async (...given: Parameters<Made>) => {
    await cross();
    const reply = await call(...given);
    await cross();
    return reply;
  }) as Made; // the same signature with two more awaits; every call here is asynchronous

export function mortal<Made extends object>(made: Made, cross: () => Promise<void>): Made {
  const entries = Object.entries(made).map(([name, value]) => [
    name,
    typeof value === 'function' ? mortalCall(value as Call, cross) : value, // checked on this line
  ]);
  return Object.fromEntries(entries) as Made; // the same names, each wrapped
}
