// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { Redraw } from './redraw';
import { framesIn, happens, useStage } from './testing/redraw-stage';

const stage = useStage();

test('what is still right is not drawn again, and what has moved unheard is within a second', () => {
  const { redraw, reread } = stage.start();
  redraw();
  framesIn(100);
  expect(stage.drawing.draw).toHaveBeenCalledOnce();
  for (let growth = 0; growth < 20; growth += 1) {
    reread(true);
    framesIn(50);
  }
  expect(stage.drawing.draw).toHaveBeenCalledOnce();
  expect(stage.drawing.drawView).not.toHaveBeenCalled();
  stage.page.isRight = false;
  framesIn(1_100);
  expect(stage.drawing.draw).toHaveBeenCalledTimes(2);
});

test('what was drawn first in idle time is kept in its place like any other', () => {
  stage.page.isEmpty = true;
  stage.drawing.goOn.mockImplementationOnce(() => (stage.page.isEmpty = false));
  vi.stubGlobal('requestIdleCallback', (step: () => void) => Number(setTimeout(step, 2_500)));
  stage.start().redraw();
  framesIn(3_000);
  expect(stage.page.isEmpty).toBe(false);
  stage.page.isRight = false;
  stage.drawing.draw.mockClear();
  framesIn(1_100);
  expect(stage.drawing.draw).toHaveBeenCalled();
});

test('what glides is followed in each frame for as long as it moves, and no longer', () => {
  stage.start().redraw();
  framesIn(100);
  [stage.page.isRight, stage.page.hasMoved] = [false, true];
  happens('animationstart');
  stage.drawing.draw.mockClear();
  framesIn(2_000);
  expect(stage.drawing.draw.mock.calls.length).toBeGreaterThan(110);
  [stage.page.isRight, stage.page.hasMoved] = [true, false];
  framesIn(400);
  stage.drawing.draw.mockClear();
  framesIn(900);
  expect(stage.drawing.draw).not.toHaveBeenCalled();
});

test('what begins to move unheard is followed too, once it has been noticed', () => {
  stage.start().redraw();
  framesIn(100);
  [stage.page.isRight, stage.page.hasMoved] = [false, true];
  framesIn(1_000);
  stage.drawing.draw.mockClear();
  framesIn(500);
  expect(stage.drawing.draw.mock.calls.length).toBeGreaterThan(25);
});

test('what is ahead is drawn in idle time, slice by slice, and not while something moves', () => {
  const { redraw } = stage.start();
  stage.page.more = 5;
  redraw();
  framesIn(100);
  expect(stage.drawing.goOn).toHaveBeenCalledTimes(5);
  stage.drawing.goOn.mockClear();
  stage.page.more = 2;
  happens('animationstart');
  framesIn(250);
  expect(stage.drawing.goOn).not.toHaveBeenCalled();
  framesIn(200);
  expect(stage.drawing.goOn).toHaveBeenCalledTimes(2);
});

test('law 7: what a page forges has nothing drawn', () => {
  stage.start().redraw();
  framesIn(100);
  stage.drawing.draw.mockClear();
  stage.page.isRight = false;
  for (const type of ['scroll', 'transitionrun', 'animationstart']) {
    document.body.dispatchEvent(new Event(type, { bubbles: true }));
  }
  framesIn(500);
  expect(stage.drawing.draw).not.toHaveBeenCalled();
});

test('what is still right is painted only where something has become known', () => {
  const { redraw, reread, repaint } = stage.start();
  redraw();
  framesIn(100);
  reread(true);
  framesIn(2_000);
  expect(stage.drawing.paint).not.toHaveBeenCalled();
  reread(true);
  repaint();
  framesIn(20);
  expect(stage.drawing.paint).toHaveBeenCalledOnce();
});

test('a page that changes may have a bar now: it is looked for within a second, not at each change', () => {
  const { redraw, reread } = stage.start();
  redraw();
  framesIn(100);
  stage.drawing.expectBars.mockClear();
  stage.drawing.goOn.mockClear();
  reread(true);
  framesIn(1_100);
  expect(stage.drawing.expectBars).toHaveBeenCalledOnce();
  expect(stage.drawing.goOn).toHaveBeenCalledOnce();
  for (let change = 0; change < 200; change += 1) {
    reread(true);
    framesIn(50);
  }
  expect(stage.drawing.expectBars.mock.calls.length).toBeLessThan(5);
  expect(stage.drawing.expectBars.mock.calls.length).toBeGreaterThan(1);
});

test('a text that changes is no bar', () => {
  const { redraw, reread } = stage.start();
  redraw();
  framesIn(100);
  stage.drawing.expectBars.mockClear();
  for (let change = 0; change < 20; change += 1) {
    reread(false);
    framesIn(200);
  }
  expect(stage.drawing.expectBars).not.toHaveBeenCalled();
  reread(true);
  reread(false);
  framesIn(1_100);
  expect(stage.drawing.expectBars).toHaveBeenCalledOnce();
});

test('a hidden page is neither drawn nor looked at', () => {
  const { redraw, reread } = stage.start();
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  stage.page.isRight = false;
  redraw();
  reread(true);
  framesIn(10_000);
  for (const asked of [stage.drawing.drawView, stage.drawing.isRight, stage.drawing.goOn]) {
    expect(asked).not.toHaveBeenCalled();
  }
  expect(stage.drawing.draw).not.toHaveBeenCalled();
  hidden.mockRestore();
});

test('a page that has become shorter is drawn anew: what moved up may have cut something off', () => {
  stage.start().redraw();
  framesIn(100);
  const draws = [100, 150, 50].map((height) => {
    stage.drawing.draw.mockClear();
    stage.resize(height);
    framesIn(50);
    return stage.drawing.draw.mock.calls.length > 0;
  });
  expect(draws).toEqual([false, false, true]);
});

test.each([
  ['time', () => null],
  ['what is known', ({ repaint }: Redraw) => repaint()],
  ['a change', ({ reread }: Redraw) => reread(true)],
  ['a scroll', () => happens('scroll')],
  ['anything else', ({ redraw }: Redraw) => redraw()],
])('a script that has been replaced draws nothing more, whatever calls for it: %s', (_, call) => {
  const all = stage.start();
  all.redraw();
  framesIn(1_100);
  const { drawing, page } = stage;
  [page.isOutdated, page.isRight] = [true, false];
  page.call = { for: 'drawing', isShort: false };
  for (const each of Object.values(drawing)) each.mockClear();
  call(all);
  framesIn(10_000);
  for (const drawn of [drawing.draw, drawing.drawView, drawing.paint, drawing.isRight]) {
    expect(drawn).not.toHaveBeenCalled();
  }
});
