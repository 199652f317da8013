// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { FRAME_MS, framesIn, happens, scrollFor, useStage } from './testing/redraw-stage';
import type { Call } from './scrolling';

const stage = useStage();

test.each([
  ['a box that scrolls by itself', 'scroll'],
  ['what glides for ever', 'transitionrun'],
])('%s keeps what is ahead waiting for a while only', (_, type) => {
  stage.start().redraw();
  framesIn(100);
  stage.drawing.goOn.mockClear();
  const log = document.body.appendChild(document.createElement('div'));
  stage.page.isRight = false;
  for (let frame = 0; frame < 300; frame += 1) {
    happens(type, log);
    framesIn(FRAME_MS);
  }
  expect(stage.drawing.goOn.mock.calls.length).toBeGreaterThanOrEqual(4);
  expect(stage.drawing.goOn.mock.calls.length).toBeLessThan(8);
});

test('what lies in a box that is scrolled follows it, frame by frame', () => {
  stage.start().redraw();
  framesIn(100);
  const log = document.body.appendChild(document.createElement('div'));
  for (let frame = 0; frame < 5; frame += 1) {
    happens('scroll', log);
    happens('scroll', log);
    framesIn(FRAME_MS);
  }
  expect(stage.drawing.followWithin.mock.calls.map(([box]) => box === log)).toEqual(
    Array(5).fill(true),
  );
});

test.each<[Call['for'], number, number]>([
  ['nothing', 0, 0],
  ['following', 0, 1],
  ['drawing', 1, 0],
])('scrolling that calls for %s', (wanted, drawings, followings) => {
  stage.start();
  stage.page.call = { for: wanted, isShort: false };
  happens('scroll');
  framesIn(20);
  expect(stage.drawing.drawView).toHaveBeenCalledTimes(drawings);
  expect(stage.drawing.follow).toHaveBeenCalledTimes(followings);
});

test('where it was drawn as a whole before, scrolling and time have the view drawn alone', () => {
  stage.start().redraw();
  framesIn(100);
  stage.drawing.draw.mockClear();
  stage.page.call = { for: 'drawing', isShort: false };
  happens('scroll');
  framesIn(20);
  expect(stage.drawing.drawView).toHaveBeenCalledOnce();
  stage.page.call = { for: 'nothing', isShort: false };
  framesIn(6_000);
  expect(stage.drawing.drawView).toHaveBeenCalledTimes(2);
  expect(stage.drawing.draw).not.toHaveBeenCalled();
});

test.each([
  ['has moved anything', false, 1, 0],
  ['has moved nothing', true, 0, 1],
])('a change that %s in the frame of a scroll is not lost', (_, isRight, wholes, views) => {
  const { redraw, reread } = stage.start();
  redraw();
  framesIn(100);
  stage.drawing.draw.mockClear();
  stage.page.call = { for: 'drawing', isShort: false };
  stage.page.isRight = isRight;
  reread(true);
  happens('scroll');
  framesIn(20);
  expect(stage.drawing.draw).toHaveBeenCalledTimes(wholes);
  expect(stage.drawing.drawView).toHaveBeenCalledTimes(views);
});

test('what scrolling brings into view is not taken for motion', () => {
  stage.start().redraw();
  framesIn(100);
  happens('transitionrun');
  framesIn(50);
  stage.page.hasMoved = true;
  stage.page.call = { for: 'drawing', isShort: false };
  scrollFor(1_000);
  stage.drawing.isRight.mockClear();
  scrollFor(1_000);
  expect(stage.drawing.drawView).toHaveBeenCalled();
  expect(stage.drawing.isRight).not.toHaveBeenCalled();
});

test.each([true, false])(
  'bars are looked for once, when scrolling is over (right: %s)',
  (isRight) => {
    stage.start().redraw();
    framesIn(100);
    stage.drawing.expectBars.mockClear();
    stage.page.call = { for: 'drawing', isShort: false };
    stage.page.isRight = isRight;
    scrollFor(1_000);
    expect(stage.drawing.drawView).toHaveBeenCalled();
    expect(stage.drawing.expectBars).not.toHaveBeenCalled();
    framesIn(400);
    expect(stage.drawing.expectBars).toHaveBeenCalledOnce();
  },
);

test.each<[Call['for'], number]>([
  ['nothing', 5],
  ['following', 20],
])('scrolling that calls for %s is asked about so often', (wanted, most) => {
  stage.start();
  stage.page.call = { for: wanted, isShort: false };
  stage.drawing.afterScroll.mockClear();
  scrollFor(20 * FRAME_MS);
  expect(stage.drawing.afterScroll.mock.calls.length).toBeGreaterThan(most / 2);
  expect(stage.drawing.afterScroll.mock.calls.length).toBeLessThanOrEqual(most);
  const before = stage.drawing.afterScroll.mock.calls.length;
  happens('scroll');
  framesIn(200);
  // The last of it is never left out.
  expect(stage.drawing.afterScroll.mock.calls.length).toBeGreaterThan(before);
});

test('what nothing tells of waits until the page is scrolled no longer, but not for ever', () => {
  stage.start().redraw();
  framesIn(100);
  stage.drawing.draw.mockClear();
  stage.page.isRight = false;
  scrollFor(3_000);
  expect(stage.drawing.drawView).not.toHaveBeenCalled();
  scrollFor(4_000);
  expect(stage.drawing.drawView).toHaveBeenCalled();
  expect(stage.drawing.draw).not.toHaveBeenCalled();
  framesIn(1_500);
  expect(stage.drawing.draw).toHaveBeenCalled();
});
