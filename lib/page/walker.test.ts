// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { findAddresses } from './finder';
import { isCutOut } from './glue';
import { addressOfLink, stillSays } from './walker';

beforeEach(() => {
  document.body.innerHTML = '';
});

/** The addresses of every text node that are whole. */
function wholeIn(html: string): string[] {
  document.body.innerHTML = html;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node as Text; // by the filter
    for (const each of findAddresses(text.data)) {
      if (!isCutOut(text, each)) found.push(each.address);
    }
  }
  return found;
}

describe('law 1: an address that is cut by elements is not taken for a shorter one', () => {
  test.each([
    ['first.<wbr>last@x.dev', []],
    ['first.<b>last@x.dev</b>', []],
    ['<i>first.</i><b>last@x.dev</b>', []],
    ['ada@x.co<wbr>.uk', []],
    ['ada@x.co<!-- -->m.uk', []],
    ['<b>ada@x.dev</b>.', ['ada@x.dev']],
    ["'<b>ada@x.dev</b>'", ['ada@x.dev']],
    ['<b>Ada</b> <b>ada@x.dev</b>', ['ada@x.dev']],
    ['<span>Ada</span><span>ada@x.dev</span>', []],
    ['<span>first.</span>last@x.dev', []],
    ['<span>first.</span><a>last@x.dev</a>', []],
    ['<span>ada@x.co</span><span></span><span>m</span>', []],
    ['<span><i>first.</i></span><!-- --><b>last@x.dev</b>', []],
    ['<span>Ada</span><br>ada@x.dev', ['ada@x.dev']],
    ['<span>Ada</span><img><span>ada@x.dev</span>', ['ada@x.dev']],
    ['<span>Ada</span><button></button>ada@x.dev', ['ada@x.dev']],
    ['<span>Ada</span><span style="margin-left: 8px">ada@x.dev</span>', ['ada@x.dev']],
    ['<span style="display: block">Ada</span><span>ada@x.dev</span>', ['ada@x.dev']],
    ['<span>Ada</span>, <span>ada@x.dev</span>', ['ada@x.dev']],
    ['<table><tbody><tr><td>Ada</td><td>ada@x.dev</td></tr></tbody></table>', ['ada@x.dev']],
    ['<p>Ada</p>ada@x.dev<p>Grace</p>', ['ada@x.dev']],
    ['Mail: <!-- -->ada@x.dev<!-- -->, now', ['ada@x.dev']],
  ])('%s', (html, addresses) => {
    expect(wholeIn(html)).toEqual(addresses);
  });
});

describe('a mailto link is for one person or for none', () => {
  test.each([
    ['mailto:ada@x.dev', 'ada@x.dev'],
    ['MAILTO:Ada%2Bshop@x.dev?subject=Hi%20there', 'ada+shop@x.dev'],
    ['mailto:ada@x.dev,grace@x.dev', null],
    ['mailto:?to=ada@x.dev', null],
    ['mailto:%', null],
    ['mailto:', null],
  ])('%s', (href, address) => {
    const link = document.createElement('a');
    link.setAttribute('href', href);
    expect(addressOfLink(link)).toBe(address);
  });
});

test('law 1: text that has changed unseen is no longer what was found in it', () => {
  const text = document.createTextNode('To ada@x.dev');
  const [found] = findAddresses(text.data);
  const hit = found && { ...found, node: text };
  expect(hit && stillSays(hit)).toBe(true);
  text.data = 'To eda@x.dev';
  expect(hit && stillSays(hit)).toBe(false);
});
