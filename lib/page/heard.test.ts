// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isMoreThanText, nodesOf } from './heard';

const NONE = { addedNodes: [], removedNodes: [], previousSibling: null, nextSibling: null };
/** As much of a record as is asked. */
const record = (what: object): MutationRecord =>
  ({ ...NONE, ...what }) as unknown as MutationRecord;

test.each([
  ['a text that is rewritten', { type: 'characterData' }, false],
  [
    'a text in place of another',
    { addedNodes: [new Text('2')], removedNodes: [new Text('1')] },
    false,
  ],
  ['an element that comes', { addedNodes: [new Text('2'), document.createElement('p')] }, true],
  ['an element that goes between texts', { removedNodes: [document.createElement('p')] }, true],
])('%s is more than text: %s', (_, what, isMore) => {
  expect(isMoreThanText(record(what))).toBe(isMore);
});

test('law 1: beside a text that changes is looked, also where it was the neighbour of another', () => {
  document.body.innerHTML = '<p><b>ada@a.example</b> and</p>';
  const paragraph = document.querySelector('p') as HTMLElement;
  const [word, text] = paragraph.childNodes as unknown as [Element, Text];
  const added = document.createElement('i');
  paragraph.append(added);
  const came = { type: 'childList', target: paragraph, addedNodes: [added], previousSibling: text };
  const changed = { type: 'characterData', target: text };
  const nodes = nodesOf([record(came), record(changed), record(changed)], 100);
  expect(nodes).toContain(word);
});
