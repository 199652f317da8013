import type { Page } from '@playwright/test';

/** An element inside a closed shadow root, where no script of the page's can look. */
export interface HiddenElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** What the browser knows of a node; only what is read here. */
interface DomNode {
  backendNodeId: number;
  nodeName: string;
  nodeType: number;
  nodeValue: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
  shadowRootType?: string;
  contentDocument?: DomNode;
}

/** Every element in closed roots, in document order; frames of the same process too. */
export async function hiddenElements(page: Page): Promise<HiddenElement[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  return collect(root, false);
}

/** What a function gives that runs in each closed root of the page itself. */
export async function inClosedRoots<Given>(
  page: Page,
  act: (root: ShadowRoot) => Given,
): Promise<Given[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const given: Given[] = [];
  for (const { backendNodeId } of closedRoots(root)) {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '', // a node has one
      functionDeclaration: `function () { return (${String(act)})(this) }`,
      returnByValue: true,
    });
    given.push(result.value as Given); // as the function says
  }
  await session.detach();
  return given;
}

const closedRoots = (node: DomNode): DomNode[] => [
  ...(node.shadowRoots ?? []).filter(({ shadowRootType }) => shadowRootType === 'closed'),
  ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(closedRoots),
];

/** The kinds of the marks that are drawn: `one`, `stop`, `absent`… */
export async function marksOn(page: Page): Promise<string[]> {
  const elements = await hiddenElements(page);
  const marks = elements.filter(({ name }) => name.toLowerCase() === 'g');
  return marks.flatMap(({ attributes }) => attributes['class']?.split(' ')[0] ?? []);
}

/**
 * The hover card as assistive technology is told of it; null where there is none. It is named by
 * an address, which tells it from a dialog of the page.
 */
export async function dialogOn(page: Page): Promise<{ name: string; words: string } | null> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const dialog = nodes.find(
    ({ ignored, role, name }) =>
      !ignored && role?.value === 'dialog' && String(name?.value).includes('@'),
  );
  if (!dialog) return null;
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const wordsOf = (id: string): string[] => {
    const node = byId.get(id);
    if (!node) return [];
    const own = node.role?.value === 'StaticText' ? [String(node.name?.value ?? '')] : [];
    return [...own, ...(node.childIds ?? []).flatMap(wordsOf)];
  };
  return { name: String(dialog.name?.value ?? ''), words: wordsOf(dialog.nodeId).join(' ') };
}

function collect(node: DomNode, isHidden: boolean): HiddenElement[] {
  const own = isHidden && node.nodeType === Node.ELEMENT ? [describe(node)] : [];
  const below = (node.children ?? []).flatMap((child) => collect(child, isHidden));
  const roots = (node.shadowRoots ?? []).flatMap((root) =>
    collect(root, isHidden || root.shadowRootType === 'closed'),
  );
  const frame = node.contentDocument ? collect(node.contentDocument, false) : [];
  return [...own, ...roots, ...below, ...frame];
}

const Node = { ELEMENT: 1, TEXT: 3 };

function describe(node: DomNode): HiddenElement {
  const flat = node.attributes ?? [];
  const pairs = flat.flatMap((name, index) =>
    index % 2 === 0 ? [[name, flat[index + 1] ?? ''] as const] : [],
  );
  return { name: node.nodeName, attributes: Object.fromEntries(pairs), text: textOf(node) };
}

const textOf = (node: DomNode): string =>
  node.nodeType === Node.TEXT ? node.nodeValue : (node.children ?? []).map(textOf).join('');
