// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { findAddresses } from './finder';
import { isCutOut } from './glue';
import { isText } from './hits';

/** The addresses of the texts of a paragraph that are no part of a longer one. */
function whole(html: string): string[] {
  document.body.innerHTML = `<p>${html}</p>`;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isText(node)) continue;
    const text = node;
    const all = findAddresses(text.data).filter((each) => !isCutOut(text, each));
    found.push(...all.map(({ address }) => address));
  }
  return found;
}

const NAMES =
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var';

describe('law 1: the end of an address that begins in another element is none', () => {
  test.each(NAMES.split(' '))('%s', (name) => {
    expect(whole(`jo<${name}>hn</${name}>.smith@x.dev`)).toEqual([]);
    expect(whole(`john<${name}>.doe@x.dev</${name}>`)).toEqual([]);
  });
  test.each([
    'jo<x-y style="display:inline">hn</x-y>.smith@x.dev',
    'john<x-y style="display:inline">.doe@x.dev</x-y>',
    'jo<div style="display:inline">hn</div>.smith@x.dev',
    '<b>o’</b>brien@x.dev',
    'john#<b>doe@x.dev</b>',
    'john@x.de<ins>v</ins>',
    'john@x.co.<b>uk</b>',
    "o<b>'brien@x.dev</b>",
  ])('%s', (html) => expect(whole(html)).toEqual([]));
});

describe('what the page shows apart is whole', () => {
  test.each([
    'Mail<div>ada@x.dev</div>',
    '<x-y style="display:block">Mail</x-y>ada@x.dev',
    'Mail<x-y style="display:block">ada@x.dev</x-y>',
    '<span style="display:block">Mail</span>ada@x.dev',
    'Mail<br>ada@x.dev',
    'Mail<img>ada@x.dev',
    'Mail<svg><text>i</text></svg>ada@x.dev',
    'ada@x.dev<sup>1</sup>',
    '‘<b>ada@x.dev</b>’',
    "'<b>ada@x.dev</b>'",
    'ada@x.dev. <b>Thanks</b>',
    '<b>ada@x.dev</b>.',
    'Mail <small>ada@x.dev</small>, please',
  ])('%s', (html) => expect(whole(html)).toEqual(['ada@x.dev']));
});
