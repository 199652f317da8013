/** Names as she types them: without regard to capitals, or to blanks around. */
export const fold = (text: string): string => text.trim().toLocaleLowerCase();

/** Whose name holds what was typed. */
export const matching = <Named extends { name: string }>(
  things: readonly Named[],
  typed: string,
): Named[] => things.filter(({ name }) => fold(name).includes(fold(typed)));
