/** Whether a document can have anything to mark. */
export function isPlaceForMarks(): boolean {
  // A file of data or a drawing is no page: where it makes no HTML there is no place for marks.
  if (!(document.createElement('div') instanceof HTMLElement)) return false;
  // Firefox counts the blank page that a tab begins with to every site; it is gone in a moment.
  const isNobodys = document.URL === 'about:blank' && origin === 'null' && parent === window;
  return !isNobodys;
}
