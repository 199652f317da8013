/**
 * A page that tries to learn what a flag says. `TRAP` runs before anything of ours and listens;
 * `spring` looks at everything a page can look at and gives what it saw, in words that can be
 * compared between two pages.
 */
import type { Page } from '../harness.ts';

/** What was seen at first, and after the platform was patched: by what it is, by name. */
export type Seen = Record<'first' | 'second', Record<string, unknown>>;

interface Trap {
  spring(): Promise<Seen>;
}

declare const trap: Trap;

/** In a page of its own, since it is written before the page's first element. */
export const TRAP = String.raw`
  const heard = [];
  const hear = (what) => { if (heard.length < 5000) heard.push(what); };
  const pathOf = (node) => {
    const steps = [];
    for (let at = node; at; at = at.parentNode ?? at.host) {
      steps.unshift(at.nodeName + [...(at.parentNode?.childNodes ?? [])].indexOf(at));
    }
    return steps.join('>');
  };

  new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      const nodes = [...addedNodes, ...removedNodes].filter((node) => node.localName !== 'p');
      if (target.nodeName === 'HTML' || type !== 'childList') {
        hear([type, target.nodeName, attributeName, ...nodes.map((node) => node.nodeName)].join(' '));
      }
      for (const node of nodes) if (node.nodeName === 'DIV') hear('html ' + node.outerHTML);
    }
  }).observe(document, {
    subtree: true, childList: true, attributes: true, characterData: true,
  });

  const timed = new Set(['paint', 'largest-contentful-paint', 'first-input', 'longtask', 'event',
    'navigation', 'visibility-state', 'long-animation-frame', 'back-forward-cache-restoration',
    'interaction-contentful-paint', 'soft-navigation']);
  for (const type of PerformanceObserver.supportedEntryTypes) {
    if (timed.has(type)) continue;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) hear(type + ' ' + entry.name);
    }).observe({ type, buffered: true });
  }

  for (const type of [
    'error', 'unhandledrejection', 'securitypolicyviolation', 'message', 'messageerror', 'storage',
    'animationstart', 'transitionrun', 'selectionchange', 'beforetoggle', 'toggle', 'slotchange',
    'focusin', 'focusout', 'fullscreenchange', 'scroll', 'resize', 'contentvisibilityautostatechange',
    'copy', 'beforeprint', 'submit', 'load',
  ]) {
    const told = ({ target }) => hear(type + ' ' + (target === window ? 'window' : pathOf(target)));
    for (const where of [window, document]) where.addEventListener(type, told, true);
  }

  const prototypes = [
    EventTarget, Node, Element, HTMLElement, Document, ShadowRoot, Range, Selection, Text,
    CSSStyleDeclaration, StyleSheet, CSSStyleSheet, DOMTokenList, NodeList, Map, Set, WeakMap, Promise,
    MutationObserver, ResizeObserver, IntersectionObserver, CustomElementRegistry, XPathResult,
  ];
  /** Every method of the platform tells who called it; ours must not be among them. */
  const patch = () => {
    for (const { prototype } of prototypes) {
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const { value, writable } = Object.getOwnPropertyDescriptor(prototype, name);
        if (typeof value !== 'function' || name === 'constructor' || !writable) continue;
        const patched = function (...given) {
          const { stack } = new Error();
          if (/chrome-extension|content-scripts|flags\.js/.test(stack)) hear('called ' + name);
          return Reflect.apply(value, this, given);
        };
        try { prototype[name] = patched; } catch { /* frozen by the browser */ }
      }
    }
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      hear('attached ' + init.mode);
      return attach.call(this, { ...init, mode: 'open' });
    };
  };

  const spelled = /\S+(?:@| \[at\] )\S+(?: \[dot\] \S+)*/g;
  const number = (value) => Math.round(value * 100) / 100;
  const stylesOf = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return [...style].map((name) => name + ':' + style.getPropertyValue(name)).join(';');
  };
  const attempt = (what, act) => {
    try { return [what, String(act())]; } catch (error) { return [what, error.name]; }
  };

  const look = () => {
    const all = [...document.querySelectorAll('*')];
    const host = document.documentElement.lastElementChild;
    const { isConnected } = host;
    const grid = [];
    for (let x = 1; x < innerWidth; x += 23) {
      for (let y = 1; y < innerHeight; y += 9) {
        const caret = document.caretPositionFromPoint(x, y);
        grid.push(
          document.elementsFromPoint(x, y).map((element) => element.nodeName).join() + ' ' +
          (caret ? pathOf(caret.offsetNode) : 'none'),
        );
      }
    }
    const sizes = all.map((element) => [
      element.nodeName, element.clientWidth, element.clientHeight, element.scrollWidth,
      element.scrollHeight, element.offsetTop, element.offsetWidth,
      ...Object.values(element.getBoundingClientRect().toJSON()).map(number),
    ].join());
    getSelection().selectAllChildren(document.documentElement);
    const selected = String(getSelection()).replaceAll(spelled, '@');
    const ranges = [...getSelection().getRangeAt(0).getClientRects()].length;
    getSelection().removeAllRanges();
    const words = ['Subscribed', 'Suppressed', 'Unsubscribed', 'Not found', 'Acme', 'Unknown', 'known'];
    return {
      heard: [...new Set(heard)].sort(),
      times: heard.filter((each) => /^(childList|attributes|called|html)/.test(each)).length,
      tree: all.map(pathOf),
      attributes: all.flatMap((element) => [...element.attributes].map(({ name, value }) =>
        element.nodeName + ' ' + name + '=' + value)),
      styles: all.flatMap((element) => [null, '::before', '::after', '::highlight(x)', '::selection']
        .map((pseudo) => stylesOf(element, pseudo))),
      states: all.map((element) => [':popover-open', ':modal', ':hover', ':focus', ':defined', ':empty',
        ':has(*)', ':target'].filter((state) => element.matches(state)).join()),
      visible: all.map((element) => element.checkVisibility({ opacityProperty: true })).join(),
      grid: [...new Set(grid)],
      sizes,
      scroll: [document.scrollingElement.scrollWidth, document.scrollingElement.scrollHeight],
      highlights: CSS.highlights.size,
      animations: document.getAnimations().length +
        document.documentElement.getAnimations({ subtree: true }).length,
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      fonts: document.fonts.size,
      found: words.filter((word) => window.find(word, true, false, true)),
      selected,
      ranges,
      text: document.documentElement.innerText.replaceAll(spelled, '@'),
      names: Object.getOwnPropertyNames(window).filter((name) => /addressee|wxt/i.test(name)),
      entries: performance.getEntries().map(({ entryType, name }) => entryType + ' ' + name)
        .filter((entry) => !timed.has(entry.split(' ')[0])),
      active: pathOf(document.activeElement),
      kept: [localStorage.length, sessionStorage.length, document.cookie, history.length].join(),
      host: isConnected && [
        attempt('root', () => host.shadowRoot),
        attempt('internals', () => host.attachInternals().shadowRoot),
        attempt('another root', () => host.attachShadow({ mode: 'open' }) && 'reached'),
        attempt('clone', () => host.cloneNode(true).outerHTML),
        attempt('import', () => document.importNode(host, true).shadowRoot),
        attempt('html', () => host.getHTML({ serializableShadowRoots: true })),
        attempt('text', () => host.textContent + host.innerText),
        attempt('children', () => host.childNodes.length),
        attempt('slots', () => host.assignedSlot),
        attempt('xml', () => new XMLSerializer().serializeToString(host)),
        attempt('upgrade', () => customElements.upgrade(host)),
        attempt('parts', () => host.part.length),
        attempt('scroll', () => [host.scrollWidth, host.scrollHeight]),
        attempt('visibility', () => host.checkVisibility()),
        attempt('keys', () => Reflect.ownKeys(host).map(String)),
        attempt('events', () => host.dispatchEvent(new Event('toggle'))),
      ],
    };
  };

  /**
   * Where something is painted over the page, around each address and between them: the second
   * version of the observer tells that of anything, however little a pointer would meet.
   */
  const lookUnder = () => new Promise((resolve) => {
    const probes = new Map();
    const put = (name, x, y) => {
      const probe = document.createElement('p');
      probe.style.cssText = 'position:absolute;margin:0;width:.25px;height:.25px;background:#fefefe;' +
        'left:' + (x + scrollX) + 'px;top:' + (y + scrollY) + 'px';
      probes.set(probe, name);
    };
    document.querySelectorAll('p').forEach((line, index) => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      const at = (x, y, end) => put([index, end, x, y].join(' '), (end === 'left' ? left : right) + x, bottom + y);
      for (let y = top - bottom - 16; y <= 24; y += 0.5) {
        for (const [x, end] of [[9, 'left'], [-3, 'right'], [40, 'right']]) at(x, y, end);
      }
      for (const y of [top - bottom - 3, 1, 2.5]) {
        for (let x = -6; x <= 6; x += 0.5) for (const end of ['left', 'right']) at(x, y, end);
      }
    });
    document.body.append(...probes.keys());
    const covered = [];
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isVisible } of entries) {
        if (!isVisible) covered.push(probes.get(target));
        observer.unobserve(target);
        probes.delete(target);
        target.remove();
      }
      if (probes.size === 0) resolve(covered.sort());
    }, { trackVisibility: true, delay: 100 });
    for (const probe of probes.keys()) observer.observe(probe);
  });

  /** Twice, since what has been patched after us may only show when we draw again. */
  const spring = async () => {
    const first = { ...look(), covered: await lookUnder() };
    patch();
    for (let step = 0; step < 4; step += 1) {
      dispatchEvent(new Event('resize'));
      document.dispatchEvent(new Event('scroll'));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 60)));
    }
    return { first, second: look() };
  };
  window.trap = { spring };
`;

/** Lists these addresses, with the trap set before everything else. */
export const trapOf = (addresses: readonly string[]): string => `<!doctype html>
  <meta charset="utf-8"><title>Trap</title><script>{${TRAP}}</script>
  <style>body { font: 16px/2 monospace; margin: 20px } p { width: 60ch }</style>
  ${addresses.map((each) => `<p>${each}</p>`).join('')}`;

export const spring = (page: Page): Promise<Seen> => page.evaluate(() => trap.spring());

/** What two pages saw otherwise, by name; empty where they cannot be told apart. */
export function reportOf(one: Seen, other: Seen): Record<string, [unknown, unknown]> {
  const report: Record<string, [unknown, unknown]> = {};
  for (const time of ['first', 'second'] as const) {
    for (const name of new Set([...Object.keys(one[time]), ...Object.keys(other[time])])) {
      const pair: [unknown, unknown] = [one[time][name], other[time][name]];
      if (JSON.stringify(pair[0]) !== JSON.stringify(pair[1])) report[`${time}: ${name}`] = pair;
    }
  }
  return report;
}
