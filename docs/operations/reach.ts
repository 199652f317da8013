/** What a declaration reaches by the names in it, through the imports of its file. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseSync } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/** A node of the parser's tree, as far as it is looked at. */
interface Node {
  type: string;
  [key: string]: unknown;
}

export interface Spot {
  file: string;
  node: Node;
}

interface Source {
  /** What stands at the top of the file, by its name. */
  own: Map<string, Node>;
  /** A local name, and what it is where. */
  brought: Map<string, { file: string; name: string }>;
}

const parsed = new Map<string, Source>();

function sourceOf(file: string): Source {
  const source = parsed.get(file) ?? parse(file);
  parsed.set(file, source);
  return source;
}

function parse(file: string): Source {
  const { program } = parseSync(file, readFileSync(join(ROOT, file), 'utf8'));
  const source: Source = { own: new Map(), brought: new Map() };
  for (const statement of program.body as unknown as Node[]) {
    if (statement.type === 'ImportDeclaration') bring(source, file, statement);
    else keep(source, statement);
  }
  return source;
}

function keep({ own }: Source, statement: Node): void {
  const declared = asNode(statement['declaration']) ?? statement;
  const all = nodesIn(declared['declarations']);
  for (const one of all.length > 0 ? all : [declared]) {
    own.set(nameOf(one['id']) ?? `${own.size}`, one);
  }
}

function bring({ brought }: Source, file: string, statement: Node): void {
  const from = fileOf(file, String(asNode(statement['source'])?.['value']));
  if (from === null || statement['importKind'] === 'type') return;
  for (const one of nodesIn(statement['specifiers'])) {
    const name = one.type === 'ImportNamespaceSpecifier' ? '*' : nameOf(one['imported']);
    const local = nameOf(one['local']);
    if (local && name && one['importKind'] !== 'type') brought.set(local, { file: from, name });
  }
}

/** Null where it is no source of ours. */
function fileOf(from: string, specifier: string): string | null {
  if (!/^(?:\.|@\/)/.test(specifier)) return null;
  const path = specifier.startsWith('@/') ? specifier.slice(2) : join(dirname(from), specifier);
  const ends = ['', '.ts', '.tsx', '/index.ts'].map((end) => path + end);
  return ends.find((one) => /\.tsx?$/.test(one) && existsSync(join(ROOT, one))) ?? null;
}

/** Everything at the top of a file. */
export const allOf = (file: string): Spot[] =>
  [...sourceOf(file).own.values()].map((node) => ({ file, node }));

/** These, and whatever they name, and whatever that names. */
export function reachedFrom(begin: Spot[]): Spot[] {
  const reached = new Map(begin.map((spot) => [spot.node, spot]));
  for (const { file, node } of reached.values()) {
    const names = new Set(allIn(node).flatMap((one) => nameOf(one) ?? []));
    for (const spot of [...names].flatMap((name) => spotsOf(file, name))) {
      if (!reached.has(spot.node)) reached.set(spot.node, spot);
    }
  }
  return [...reached.values()];
}

function spotsOf(file: string, name: string): Spot[] {
  const { own, brought } = sourceOf(file);
  const from = brought.get(name);
  if (from) return from.name === '*' ? allOf(from.file) : spotsOf(from.file, from.name);
  const node = own.get(name);
  return node ? [{ file, node }] : [];
}

/** What stands under this name in an object of one of these. */
export const under = (spots: Spot[], name: string): Spot[] =>
  spots.flatMap(({ file, node }) =>
    allIn(node)
      .filter((one) => one.type === 'Property' && nameOf(one['key']) === name)
      .map((one) => ({ file, node: one })),
  );

/** Every `method` that one of these asks of something, or hands on. */
export const askedIn = (spots: Spot[]): Set<string> =>
  new Set(
    spots.flatMap(({ node }) =>
      allIn(node).flatMap(({ type, property }) =>
        type === 'MemberExpression' ? (nameOf(property) ?? []) : [],
      ),
    ),
  );

const walked = new WeakMap<Node, Node[]>();

function allIn(node: Node): Node[] {
  const known = walked.get(node) ?? [
    node,
    ...Object.values(node).flatMap((value) => nodesIn(value).flatMap(allIn)),
  ];
  walked.set(node, known);
  return known;
}

const nodesIn = (value: unknown): Node[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => asNode(one) ?? []);

const asNode = (value: unknown): Node | null =>
  typeof value === 'object' && value !== null && 'type' in value ? (value as Node) : null;

function nameOf(value: unknown): string | null {
  const node = asNode(value);
  const isName = node?.type === 'Identifier' || node?.type === 'JSXIdentifier';
  return isName ? String(node['name']) : null;
}
