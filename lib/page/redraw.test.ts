// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { framesIn, happens, setStage } from './testing/redraw-stage';
import type { Page, Stage } from './testing/redraw-stage';

let stage: Stage;
let page: Page;
let drawing: Stage['drawing'];

beforeEach(() => {
  stage = setStage();
  ({ page, drawing } = stage);
});
afterEach(() => stage.end());

test('what is still right is not drawn again, and what has moved unheard is within a second', () => {
  const { redraw, reread } = stage.start();
  redraw();
  framesIn(100);
  expect(drawing.draw).toHaveBeenCalledOnce();
  for (let growth = 0; growth < 20; growth += 1) {
    reread(true);
    framesIn(50);
  }
  expect(drawing.draw).toHaveBeenCalledOnce();
  expect(drawing.drawView).not.toHaveBeenCalled();
  page.isRight = false;
  framesIn(1_100);
  expect(drawing.draw).toHaveBeenCalledTimes(2);
});

test('what was drawn first in idle time is kept in its place like any other', () => {
  page.isEmpty = true;
  drawing.goOn.mockImplementationOnce(() => (page.isEmpty = false));
  vi.stubGlobal('requestIdleCallback', (step: () => void) => Number(setTimeout(step, 2_500)));
  stage.start().redraw();
  framesIn(3_000);
  expect(page.isEmpty).toBe(false);
  page.isRight = false;
  drawing.draw.mockClear();
  framesIn(1_100);
  expect(drawing.draw).toHaveBeenCalled();
});

test('what glides is followed in each frame for as long as it moves, and no longer', () => {
  stage.start().redraw();
  framesIn(100);
  [page.isRight, page.hasMoved] = [false, true];
  happens('animationstart');
  drawing.draw.mockClear();
  framesIn(2_000);
  expect(drawing.draw.mock.calls.length).toBeGreaterThan(110);
  [page.isRight, page.hasMoved] = [true, false];
  framesIn(400);
  drawing.draw.mockClear();
  framesIn(900);
  expect(drawing.draw).not.toHaveBeenCalled();
});

test('what begins to move unheard is followed too, once it has been noticed', () => {
  stage.start().redraw();
  framesIn(100);
  [page.isRight, page.hasMoved] = [false, true];
  framesIn(1_000);
  drawing.draw.mockClear();
  framesIn(500);
  expect(drawing.draw.mock.calls.length).toBeGreaterThan(25);
});

test('what is ahead is drawn in idle time, slice by slice, and not while something moves', () => {
  const { redraw } = stage.start();
  page.more = 5;
  redraw();
  framesIn(100);
  expect(drawing.goOn).toHaveBeenCalledTimes(5);
  drawing.goOn.mockClear();
  page.more = 2;
  happens('animationstart');
  framesIn(250);
  expect(drawing.goOn).not.toHaveBeenCalled();
  framesIn(200);
  expect(drawing.goOn).toHaveBeenCalledTimes(2);
});

test('law 7: what a page forges has nothing drawn', () => {
  stage.start().redraw();
  framesIn(100);
  drawing.draw.mockClear();
  page.isRight = false;
  for (const type of ['scroll', 'transitionrun', 'animationstart']) {
    document.body.dispatchEvent(new Event(type, { bubbles: true }));
  }
  framesIn(500);
  expect(drawing.draw).not.toHaveBeenCalled();
});

test('what is still right is painted only where something has become known', () => {
  const { redraw, reread, repaint } = stage.start();
  redraw();
  framesIn(100);
  reread(true);
  framesIn(2_000);
  expect(drawing.paint).not.toHaveBeenCalled();
  reread(true);
  repaint();
  framesIn(20);
  expect(drawing.paint).toHaveBeenCalledOnce();
});

test('a page that changes may have a bar now: it is looked for within a second, not at each change', () => {
  const { redraw, reread } = stage.start();
  redraw();
  framesIn(100);
  drawing.expectBars.mockClear();
  drawing.goOn.mockClear();
  reread(true);
  framesIn(1_100);
  expect(drawing.expectBars).toHaveBeenCalledOnce();
  expect(drawing.goOn).toHaveBeenCalledOnce();
  for (let change = 0; change < 200; change += 1) {
    reread(true);
    framesIn(50);
  }
  expect(drawing.expectBars.mock.calls.length).toBeLessThan(5);
  expect(drawing.expectBars.mock.calls.length).toBeGreaterThan(1);
});

test('a text that changes is no bar', () => {
  const { redraw, reread } = stage.start();
  redraw();
  framesIn(100);
  drawing.expectBars.mockClear();
  for (let change = 0; change < 20; change += 1) {
    reread(false);
    framesIn(200);
  }
  expect(drawing.expectBars).not.toHaveBeenCalled();
  reread(true);
  reread(false);
  framesIn(1_100);
  expect(drawing.expectBars).toHaveBeenCalledOnce();
});

test('a hidden page is neither drawn nor looked at', () => {
  const { redraw, reread } = stage.start();
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  page.isRight = false;
  redraw();
  reread(true);
  framesIn(10_000);
  for (const asked of [drawing.drawView, drawing.isRight, drawing.goOn]) {
    expect(asked).not.toHaveBeenCalled();
  }
  expect(drawing.draw).not.toHaveBeenCalled();
  hidden.mockRestore();
});

test('a page that has become shorter is drawn anew: what moved up may have cut something off', () => {
  stage.start().redraw();
  framesIn(100);
  const draws = [100, 150, 50].map((height) => {
    drawing.draw.mockClear();
    stage.resize(height);
    framesIn(50);
    return drawing.draw.mock.calls.length > 0;
  });
  expect(draws).toEqual([false, false, true]);
});
