import type { Urgency } from './crm';

/** Lets so many tasks run at once; the rest wait, clicks before background. */
export interface Gate {
  through<Value>(urgency: Urgency, task: () => Promise<Value>): Promise<Value>;
}

export function createGate(width: number): Gate {
  const waiting: Record<Urgency, (() => void)[]> = { click: [], background: [], spare: [] };
  let running = 0;
  const enter = (urgency: Urgency): Promise<void> => {
    if (running < width) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => waiting[urgency].push(resolve));
  };
  const leave = (): void => {
    const next = waiting.click.shift() ?? waiting.background.shift() ?? waiting.spare.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    async through(urgency, task) {
      await enter(urgency);
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}
