/** A tab of Firefox, driven as a person does: by roles and names, pointer and keys. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import type { Marionette } from './marionette.ts';

/** What finds elements by role and name; comes before each question of the page. */
const FINDER = readFileSync(
  createRequire(import.meta.url).resolve(
    '@testing-library/dom/dist/@testing-library/dom.umd.min.js',
  ),
  'utf8',
);

/** A role and a name, and the region or article it is in; `label` finds what has no role. */
export interface Wanted {
  role: string;
  name: string;
  /** Whether its name may go on. */
  goesOn?: true;
  within?: Wanted;
}

interface Found {
  id: string;
}

export interface Tab {
  goTo(url: string): Promise<void>;
  /** Runs in the page; must not use anything from outside itself. */
  run<Given extends unknown[], Result>(
    act: (...given: Given) => Result,
    ...given: Given
  ): Promise<Awaited<Result>>;
  /** What a function gives that runs in each of our closed roots, with the browser's own eyes. */
  inClosedRoots<Given>(act: (root: ShadowRoot) => Given): Promise<Given[]>;
  words(): Promise<string>;
  isThere(wanted: Wanted): Promise<boolean>;
  press(wanted: Wanted): Promise<void>;
  type(wanted: Wanted, text: string): Promise<void>;
  key(key: string): Promise<void>;
  /** As a hand does: in more than one step. */
  hover(at: { x: number; y: number }): Promise<void>;
  rightClick(at: { x: number; y: number }): Promise<void>;
}

export function createTab({ send }: Marionette, handle: string): Tab {
  const front = (): Promise<unknown> => send('WebDriver:SwitchToWindow', { handle });
  const execute = async (script: string, args: unknown[], sandbox: string | null) => {
    await front();
    const reply = await send('WebDriver:ExecuteScript', { script, args, sandbox });
    return (reply as { value: unknown }).value; // by the protocol
  };
  const call = (act: unknown): string => `;return (${String(act)})(...arguments)`;
  const inRoots = (act: unknown): string =>
    `return [...document.documentElement.children]
      .flatMap((element) => element.openOrClosedShadowRoot ?? [])
      .map(${String(act)})`;
  const find = async (wanted: Wanted): Promise<Found | null> => {
    const found = await execute(FINDER + call(findIn), [wanted], null);
    const [id] = Object.values(found ?? {});
    return typeof id === 'string' ? { id } : null;
  };
  /** Until it is there, and nothing lies over it. */
  const onElement = (wanted: Wanted, act: (element: Found) => Promise<unknown>) =>
    expect(async () => {
      const element = await find(wanted);
      if (!element) throw new Error(`There is no ${wanted.role} “${wanted.name}”`);
      await act(element);
    }).toPass({ timeout: 20_000 });
  const pointer = async (...actions: object[]): Promise<void> => {
    await front();
    const parameters = { pointerType: 'mouse' };
    const mouse = { type: 'pointer', id: 'mouse', parameters, actions };
    await send('WebDriver:PerformActions', { actions: [mouse] });
  };
  const move = ({ x, y }: { x: number; y: number }) => ({
    ...{ type: 'pointerMove', duration: 0, origin: 'viewport' },
    ...{ x: Math.round(x), y: Math.round(y) },
  });

  return {
    async goTo(url) {
      await front();
      await send('WebDriver:Navigate', { url });
    },
    // As the functions say.
    run: (act, ...given) => execute(call(act), given, null) as Promise<never>,
    inClosedRoots: (act) => execute(inRoots(act), [], 'system') as Promise<never>,
    words: async () => String(await execute('return document.body.innerText', [], null)),
    isThere: async (wanted) => (await find(wanted)) !== null,
    press: (wanted) => onElement(wanted, (element) => send('WebDriver:ElementClick', element)),
    type: (wanted, text) =>
      onElement(wanted, async (element) => {
        await send('WebDriver:ElementClear', element);
        await send('WebDriver:ElementSendKeys', { ...element, text });
      }),
    async key(key) {
      await front();
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: key }));
      await send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions }] });
    },
    hover: ({ x, y }) => pointer(move({ x: x - 6, y }), move({ x: x - 3, y }), move({ x, y })),
    rightClick: (at) =>
      pointer(move(at), { type: 'pointerDown', button: 2 }, { type: 'pointerUp', button: 2 }),
  };
}

export const ENTER = '\uE007';
export const ESCAPE = '\uE00C';

declare const TestingLibraryDom: {
  queryAllByRole(
    root: HTMLElement,
    role: string,
    how: { name: (own: string) => boolean },
  ): HTMLElement[];
  queryAllByLabelText(root: HTMLElement, name: string): HTMLElement[];
};

/** Runs in the page. */
function findIn(wanted: Wanted): HTMLElement | null {
  const find = ({ role, name, goesOn, within }: Wanted): HTMLElement | null => {
    const root = within ? find(within) : document.body;
    if (!root) return null;
    const isMeant = (own: string) => (goesOn ? own.startsWith(name) : own === name);
    const [found = null] =
      role === 'label'
        ? TestingLibraryDom.queryAllByLabelText(root, name)
        : TestingLibraryDom.queryAllByRole(root, role, { name: isMeant });
    return found;
  };
  return find(wanted);
}
