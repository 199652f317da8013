/** One piece of work after another, whoever asks: what one reads is what the last has written. */
export function createTurns() {
  let queue: Promise<unknown> = Promise.resolve();
  return <Reply>(work: () => Promise<Reply>): Promise<Reply> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined); // its own caller hears of the failure; the next goes on
    return turn;
  };
}
