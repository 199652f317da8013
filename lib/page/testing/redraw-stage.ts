/** The redrawing of a page that draws nothing, under a clock that stands still. */
import { afterEach, beforeEach, vi } from 'vitest';
import { createRedraw } from '../redraw';
import type { Redraw } from '../redraw';
import type { Call } from '../scrolling';

export const FRAME_MS = 16;

/** What is said of the page, to be set by a test. */
interface Page {
  isRight: boolean;
  hasMoved: boolean;
  isEmpty: boolean;
  /** Slices of what is ahead. */
  more: number;
  call: Call;
  /** The extension has been reloaded under it. */
  isOutdated: boolean;
}

interface Stage {
  page: Page;
  drawing: ReturnType<typeof createDrawing>;
  /** As a page's own sizes are told. */
  resize(height: number): void;
  start(): Redraw;
  end(): void;
}

const createDrawing = (page: Page) => ({
  draw: vi.fn(() => page.hasMoved),
  drawView: vi.fn(() => page.hasMoved),
  isEmpty: vi.fn(() => page.isEmpty),
  isRight: vi.fn(() => page.isRight),
  paint: vi.fn(),
  follow: vi.fn(),
  followWithin: vi.fn(),
  goOn: vi.fn(() => (page.more -= 1) > 0),
  afterScroll: vi.fn(() => page.call),
  expectBars: vi.fn(),
});

/** A new one before each test. */
export function useStage(): Readonly<Omit<Stage, 'end'>> {
  let stage: Stage;
  beforeEach(() => (stage = setStage()));
  afterEach(() => stage.end());
  return {
    get page() {
      return stage.page;
    },
    get drawing() {
      return stage.drawing;
    },
    resize: (height) => stage.resize(height),
    start: () => stage.start(),
  };
}

/** The simulated page has neither frames nor idle time of its own under such a clock. */
function setStage(): Stage {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (step: (now: number) => void) =>
    Number(setTimeout(() => step(performance.now()), FRAME_MS)),
  );
  vi.stubGlobal('requestIdleCallback', (step: () => void) => Number(setTimeout(step, 1)));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
  const tellers: ((entries: unknown[]) => void)[] = [];
  let isStarted = false;
  // Each frame lays the page out; sizes, which are observed from the start, stay as they are.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe: () => void;
      disconnect = (): null => null;
      constructor(tell: (entries: unknown[]) => void) {
        tellers.push(tell);
        this.observe = () => (isStarted ? tell([]) : null);
      }
    },
  );
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
  const lifetime = new AbortController();
  const page: Page = {
    ...{ isRight: true, hasMoved: false, isEmpty: false, more: 1 },
    call: { for: 'nothing', isShort: false },
    isOutdated: false,
  };
  const drawing = createDrawing(page);
  return {
    ...{ page, drawing },
    resize(height) {
      const entry = { target: document.body, contentRect: { width: 10, height } };
      for (const tell of tellers) tell([entry]);
    },
    start() {
      const goesOn = (): boolean => {
        if (page.isOutdated) lifetime.abort();
        return !page.isOutdated;
      };
      const redraw = createRedraw(drawing, goesOn, lifetime.signal);
      isStarted = true;
      return redraw;
    },
    end() {
      lifetime.abort();
      vi.useRealTimers();
      vi.unstubAllGlobals();
    },
  };
}

/** As if the browser had sent it; what a page sends itself is `new Event` alone. */
export const happens = (type: string, target: Node = document): boolean =>
  target.dispatchEvent(
    Object.defineProperty(new Event(type, { bubbles: true }), 'isTrusted', { value: true }),
  );

export const framesIn = (ms: number): unknown => vi.advanceTimersByTime(ms);

/** The page is scrolled in each frame. */
export function scrollFor(ms: number): void {
  for (let at = 0; at < ms; at += FRAME_MS) {
    happens('scroll');
    framesIn(FRAME_MS);
  }
}
