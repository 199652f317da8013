// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FRAME_MS, framesIn, happens, setStage } from './testing/redraw-stage';
import type { Page, Stage } from './testing/redraw-stage';
import type { Call } from './scrolling';

let stage: Stage;
let page: Page;
let drawing: Stage['drawing'];

beforeEach(() => {
  stage = setStage();
  ({ page, drawing } = stage);
});
afterEach(() => stage.end());

test.each([
  ['a box that scrolls by itself', 'scroll'],
  ['what glides for ever', 'transitionrun'],
])('%s keeps what is ahead waiting for a while only', (_, type) => {
  stage.start().redraw();
  framesIn(100);
  drawing.goOn.mockClear();
  const log = document.body.appendChild(document.createElement('div'));
  page.isRight = false;
  for (let frame = 0; frame < 300; frame += 1) {
    happens(type, log);
    framesIn(FRAME_MS);
  }
  expect(drawing.goOn.mock.calls.length).toBeGreaterThanOrEqual(4);
  expect(drawing.goOn.mock.calls.length).toBeLessThan(8);
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
  expect(drawing.followWithin.mock.calls.map(([box]) => box === log)).toEqual(Array(5).fill(true));
});

test.each<[Call['for'], number, number]>([
  ['nothing', 0, 0],
  ['following', 0, 1],
  ['drawing', 1, 0],
])('scrolling that calls for %s', (wanted, drawings, followings) => {
  stage.start();
  page.call = { for: wanted, isShort: false };
  happens('scroll');
  framesIn(20);
  expect(drawing.drawView).toHaveBeenCalledTimes(drawings);
  expect(drawing.follow).toHaveBeenCalledTimes(followings);
});

test('where it was drawn as a whole before, scrolling and time have the view drawn alone', () => {
  stage.start().redraw();
  framesIn(100);
  drawing.draw.mockClear();
  page.call = { for: 'drawing', isShort: false };
  happens('scroll');
  framesIn(20);
  expect(drawing.drawView).toHaveBeenCalledOnce();
  page.call = { for: 'nothing', isShort: false };
  framesIn(6_000);
  expect(drawing.drawView).toHaveBeenCalledTimes(2);
  expect(drawing.draw).not.toHaveBeenCalled();
});

test.each([
  ['has moved anything', false, 1, 0],
  ['has moved nothing', true, 0, 1],
])('a change that %s in the frame of a scroll is not lost', (_, isRight, wholes, views) => {
  const { redraw, reread } = stage.start();
  redraw();
  framesIn(100);
  drawing.draw.mockClear();
  page.call = { for: 'drawing', isShort: false };
  page.isRight = isRight;
  reread(true);
  happens('scroll');
  framesIn(20);
  expect(drawing.draw).toHaveBeenCalledTimes(wholes);
  expect(drawing.drawView).toHaveBeenCalledTimes(views);
});

test('what scrolling brings into view is not taken for motion', () => {
  stage.start().redraw();
  framesIn(100);
  happens('transitionrun');
  framesIn(50);
  page.hasMoved = true;
  page.call = { for: 'drawing', isShort: false };
  const scrollFor = (ms: number): void => {
    for (let at = 0; at < ms; at += FRAME_MS) {
      happens('scroll');
      framesIn(FRAME_MS);
    }
  };
  scrollFor(1_000);
  drawing.isRight.mockClear();
  scrollFor(1_000);
  expect(drawing.drawView).toHaveBeenCalled();
  expect(drawing.isRight).not.toHaveBeenCalled();
});

test.each([true, false])(
  'bars are looked for once, when scrolling is over (right: %s)',
  (isRight) => {
    stage.start().redraw();
    framesIn(100);
    drawing.expectBars.mockClear();
    page.call = { for: 'drawing', isShort: false };
    page.isRight = isRight;
    for (let frame = 0; frame < 60; frame += 1) {
      happens('scroll');
      framesIn(FRAME_MS);
    }
    expect(drawing.drawView).toHaveBeenCalled();
    expect(drawing.expectBars).not.toHaveBeenCalled();
    framesIn(400);
    expect(drawing.expectBars).toHaveBeenCalledOnce();
  },
);

test.each<[Call['for'], number]>([
  ['nothing', 5],
  ['following', 20],
])('scrolling that calls for %s is asked about so often', (wanted, most) => {
  stage.start();
  page.call = { for: wanted, isShort: false };
  drawing.afterScroll.mockClear();
  for (let frame = 0; frame < 20; frame += 1) {
    happens('scroll');
    framesIn(FRAME_MS);
  }
  expect(drawing.afterScroll.mock.calls.length).toBeGreaterThan(most / 2);
  expect(drawing.afterScroll.mock.calls.length).toBeLessThanOrEqual(most);
  const before = drawing.afterScroll.mock.calls.length;
  happens('scroll');
  framesIn(200);
  // The last of it is never left out.
  expect(drawing.afterScroll.mock.calls.length).toBeGreaterThan(before);
});

test('what nothing tells of waits until the page is scrolled no longer, but not for ever', () => {
  stage.start().redraw();
  framesIn(100);
  drawing.draw.mockClear();
  page.isRight = false;
  const scrollFor = (ms: number) => {
    for (let at = 0; at < ms; at += FRAME_MS) {
      happens('scroll');
      framesIn(FRAME_MS);
    }
  };
  scrollFor(3_000);
  expect(drawing.drawView).not.toHaveBeenCalled();
  scrollFor(4_000);
  expect(drawing.drawView).toHaveBeenCalled();
  expect(drawing.draw).not.toHaveBeenCalled();
  framesIn(1_500);
  expect(drawing.draw).toHaveBeenCalled();
});
