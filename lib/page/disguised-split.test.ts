// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { splitsAround } from './disguised-split';

/** The texts with an @ of a paragraph, with what each is a part of. */
function splits(html: string): string[] {
  document.body.innerHTML = `<p>${html}</p>`;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text; // the walker shows nothing else
    if (text.data.includes('@')) found.push(...splitsAround(text).map(({ address }) => address));
  }
  return found;
}

const LONG = 'A long text. '.repeat(100);

describe('an address in pieces is one', () => {
  test.each([
    ['<span>ada</span>@<b>example.com</b>', 'ada@example.com'],
    ['Write to <i>ada</i><i>@</i><i>example</i><i>.com</i>, please', 'ada@example.com'],
    ['<b><i>first.</i></b><wbr>last@example.com', 'first.last@example.com'],
    ['ada@exam<mark>ple</mark>.com', 'ada@example.com'],
    ['ada<!-- no --><span></span>@example.com', 'ada@example.com'],
    ['<em>ada@</em>example.com', 'ada@example.com'],
    [`${LONG}john.<b>doe@x</b>.dev`, 'john.doe@x.dev'],
    [`john.<b>doe@x</b>.dev ${LONG}`, 'john.doe@x.dev'],
    ['<ins>first.</ins>last@x<small>.dev</small>', 'first.last@x.dev'],
    ['(<b>ada</b>@example.com)', 'ada@example.com'],
  ])('%.60s', (html, address) => expect(splits(html)).toEqual([address]));
});

describe('law 1: what is no address of its own is none', () => {
  test.each([
    ['a whole one is not in pieces', 'ada@example.com'],
    ['a label stands close', '<b>Mail</b>ada@example.com'],
    ['a mention', 'Thanks <a>@ada</a> and all'],
    ['in boxes apart', '<span>ada</span><span style="display:inline-block">@example.com</span>'],
    ['at a distance', '<span>ada</span><span style="margin-left: 9px">@example.com</span>'],
    ['padded', '<span>ada</span><span style="padding: 0 4px">@example.com</span>'],
    ['in cells', '<table><tr><td>ada</td><td>@example.com</td></tr></table>'],
    ['in blocks', '<div>ada@</div><div>example.com</div>'],
    ['in too many pieces', 'adalovelace@example.com'.replaceAll(/./g, '<i>$&</i>')],
    ['a part beyond many empty ones', `jo${'<span></span>'.repeat(14)}hn@x<b>.dev</b>`],
    ['and beyond a ceiling', `john.${'<span></span>'.repeat(99)}doe@x<b>.dev</b>`],
    ['a part beyond too much text', `john.<b>doe@x</b>.dev ${LONG.repeat(20)}`],
    ['a quote inside a name', "o'<b>brien@x</b>.dev"],
    ['a letter of two characters', 'rene\u0301<b>e@x</b>.dev'],
    [
      'a part in an element of the page’s own',
      'jo<x-y style="display:inline">hn</x-y>.smith@x<b>.dev</b>',
    ],
    ['a spaced one', '<span>ada</span> @ <b>example.com</b>'],
  ])('%s', (_, html) => expect(splits(html)).toEqual([]));
});

test('it knows where its pieces are', () => {
  document.body.innerHTML = '<p>To <b>ada</b>@<i>example.com</i>!</p>';
  const text = document.querySelector('p')?.childNodes[2] as Text; // the @
  const [split] = splitsAround(text);
  expect(split?.pieces.map(({ text, start, end }) => text.data.slice(start, end))).toEqual([
    'ada',
    '@',
    'example.com',
  ]);
});
