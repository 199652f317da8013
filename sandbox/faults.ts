import type { ServiceName } from './dialect.ts';

export interface Fault {
  service?: ServiceName;
  /** As in the log; absent means any. */
  command?: string;
  do: Misfortune;
  /** How many requests it befalls; until mended when absent. */
  times?: number;
}

export type Misfortune =
  /** Answers so, and does nothing. A body that is no string is sent as JSON. */
  | { status: number; headers?: Record<string, string>; body?: unknown }
  /** Does nothing and never answers. */
  | 'hang'
  /** Does nothing and resets the connection. */
  | 'reset'
  /** Does nothing; a login page with status 200. */
  | 'html'
  /** Does what was asked, then resets the connection before a word of reply. */
  | 'act-then-drop'
  /** Does nothing; status 200 and no body. */
  | 'empty'
  /** Does what was asked at once, and answers so many milliseconds later. */
  | { delay: number }
  /** Does nothing; this body, status 200, as JSON. */
  | { replace: string }
  /** Does what was asked, and ends the reply after half of its body. */
  | 'cut';

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The first fault that fits, used up by one. */
  take(service: ServiceName, command: string): Misfortune | undefined;
}

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    add: (fault) => faults.push({ ...fault }),
    clear: () => {
      faults = [];
    },
    take(service, command) {
      const fault = faults.find(
        (candidate) =>
          (candidate.service ?? service) === service &&
          (candidate.command ?? command).toLowerCase() === command.toLowerCase(),
      );
      if (fault?.times !== undefined) {
        fault.times -= 1;
        if (fault.times <= 0) faults = faults.filter((other) => other !== fault);
      }
      return fault?.do;
    },
  };
}
