// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { isPlaceForMarks } from './place-for-marks';

/** What the browser says of a document. */
function show(url: string, origin: string, around: Window = window): void {
  vi.spyOn(document, 'URL', 'get').mockReturnValue(url);
  vi.stubGlobal('origin', origin);
  vi.stubGlobal('parent', around);
}
const frame = {} as Window; // another than ours

test('marks are for pages, and for frames that a page writes itself', () => {
  show('https://mail.example/', 'https://mail.example');
  expect(isPlaceForMarks()).toBe(true);
  show('about:srcdoc', 'null', frame);
  expect(isPlaceForMarks()).toBe(true);
  show('about:blank', 'null', frame);
  expect(isPlaceForMarks()).toBe(true);
  show('about:blank', 'https://mail.example');
  expect(isPlaceForMarks(), 'a window that a page has opened').toBe(true);
});

test('a blank page that is nobody’s has none', () => {
  show('about:blank', 'null');
  expect(isPlaceForMarks()).toBe(false);
});

test('a file of data has none', () => {
  show('https://mail.example/feed.xml', 'https://mail.example');
  vi.spyOn(document, 'createElement').mockReturnValue(
    document.createElementNS('http://www.w3.org/2005/Atom', 'div') as HTMLElement, // as of XML
  );
  expect(isPlaceForMarks()).toBe(false);
});
