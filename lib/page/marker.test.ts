// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { foldAddress } from '../people/address';
import { createHits } from './hits';
import { createMarker } from './marker';
import type * as Surroundings from './surroundings';

vi.mock('./measure', () => ({
  boxesOf: () => [{ left: 0, top: 10, right: 90, bottom: 30 }],
  forgetRange: () => null,
  scrolledNow: () => ({ x: 0, y: 0 }),
}));
/** The simulated page has no style to be asked for. */
vi.mock('./surroundings', async (original) => ({
  ...(await original<typeof Surroundings>()),
  createSurveyor: () => () => ({ ...NOTHING_AROUND }),
}));
const NOTHING_AROUND = vi.hoisted(() => ({
  clip: { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity },
  level: 0,
  stays: null,
  mayBeCovered: false,
  isRaised: false,
}));

let frames = new Map<number, () => void>();
let layouts: (() => void)[] = [];

/** What the simulated page does not have. */
beforeEach(() => {
  [frames, layouts] = [new Map(), []];
  vi.stubGlobal('requestAnimationFrame', (begin: () => void) => {
    frames.set(frames.size, begin);
    return frames.size - 1;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));
  vi.stubGlobal('ResizeObserver', Layouts);
  Element.prototype.checkVisibility = () => true;
  document.elementFromPoint = () => null;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

class Layouts {
  private readonly tell: () => void;

  constructor(tell: () => void) {
    this.tell = tell;
  }
  observe(): void {
    layouts.push(this.tell);
  }
  disconnect(): void {
    layouts = layouts.filter((each) => each !== this.tell);
  }
}

/** A page of one address, of which everything is known, and what becomes of its marks. */
function mark() {
  document.body.innerHTML = '<p>ada@a.example</p>';
  const hits = createHits();
  const text = document.querySelector('p')?.firstChild as Text; // as written above
  hits.put(text, [{ address: foldAddress('ada@a.example'), start: 0, end: 13 }]);
  const [onPainted, attach, draw] = [vi.fn(), vi.fn(() => true), vi.fn()];
  const marker = createMarker(
    {
      hits,
      asker: { kindOf: () => 'one', want: () => null, refresh: () => null },
      overlay: {
        ...{ attach, draw },
        isAttached: () => attach.mock.calls.length > 0,
        cutOut: () => null,
      },
      onScroller: () => null,
      onPainted,
    },
    new AbortController().signal,
  );
  return { hits, text, marker, onPainted, attach, draw };
}

test('marks that are placed in idle time can be rested on like those of the first slice', () => {
  const { hits, text, marker, onPainted } = mark();
  // Each look at the clock is a slice later.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  const unheard = vi.spyOn(hits, 'trees').mockImplementationOnce(function* () {
    yield [new Text('not measured')];
    yield [text];
  });
  marker.draw();
  expect(onPainted).toHaveBeenLastCalledWith(false);
  while (marker.goOn());
  expect(onPainted).toHaveBeenLastCalledWith(true);
  unheard.mockRestore();
});

function beginFrame(): void {
  const begun = [...frames.values()];
  frames.clear();
  for (const begin of begun) begin();
}

test('law 7: our element comes as a frame begins, and is drawn in once the page is laid out', () => {
  const { marker, attach, draw } = mark();
  marker.draw();
  marker.paint();
  expect(attach).not.toHaveBeenCalled();
  beginFrame();
  expect(attach).toHaveBeenCalledOnce();
  marker.paint();
  expect(draw).not.toHaveBeenCalled();
  for (const tell of layouts.splice(0)) tell();
  expect(draw).toHaveBeenCalledOnce();
  marker.paint();
  expect(draw).toHaveBeenCalledTimes(2);
  expect(frames.size).toBe(0);
});

test('it stays away where nothing is left to mark by the time it would come', () => {
  const { hits, text, marker, attach } = mark();
  marker.draw();
  hits.put(text, []);
  marker.draw();
  beginFrame();
  expect(attach).not.toHaveBeenCalled();
});
