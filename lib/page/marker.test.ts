// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { foldAddress } from '../people/address';
import { createHits } from './hits';
import { createMarker } from './marker';
import type * as Surroundings from './surroundings';

vi.mock('./measure', () => ({
  boxesOf: () => [{ left: 0, top: 10, right: 90, bottom: 30 }],
  forgetRange: () => null,
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

/** What the simulated page does not have. */
beforeEach(() => {
  Element.prototype.checkVisibility = () => true;
  document.elementFromPoint = () => null;
});
afterEach(() => vi.restoreAllMocks());

test('marks that are placed in idle time can be rested on like those of the first slice', () => {
  document.body.innerHTML = '<p>ada@a.example</p>';
  const hits = createHits();
  const text = document.querySelector('p')?.firstChild as Text; // as written above
  hits.put(text, [{ address: foldAddress('ada@a.example'), start: 0, end: 13 }]);
  const painted = vi.fn();
  const marker = createMarker({
    hits,
    asker: { kindOf: () => 'one', want: () => null, refresh: () => null },
    overlay: {
      attach: () => true,
      isAttached: () => true,
      draw: () => null,
      cutOut: () => null,
    },
    onScroller: () => null,
    onPainted: painted,
  });
  // Each look at the clock is a slice later.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  const unheard = vi.spyOn(hits, 'trees').mockImplementationOnce(function* () {
    yield [new Text('not measured')];
    yield [text];
  });
  marker.draw();
  expect(painted).toHaveBeenLastCalledWith(false);
  while (marker.goOn());
  expect(painted).toHaveBeenLastCalledWith(true);
  unheard.mockRestore();
});
