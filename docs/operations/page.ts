/** `docs/operations.md`, made from the table. */
import { rightOf } from '../../lib/people/rights.ts';
import { MATON_ANY } from './maton.ts';
import type { AnyOperation, Codes, OctethOperation, Place } from './operation.ts';
import { SYSTEME_ANY } from './systeme-codes.ts';
import { matonOperations, octethOperations, systemeOperations } from './table.ts';

/** What the page says of Octeth's answers to any command. */
const OCTETH_ANY: Codes = {
  99998: 'Invalid API key or session',
  99999: 'User does not have the required permission',
  100003: 'Invalid API command; before 5.9.3 a page of HTML',
  429: 'Too many requests, of the commands that are limited',
};

export function operationsPage(): string {
  return `${[
    '# Operations',
    'Made from `docs/operations/` by `npm run operations`; tests hold each row against the clients, the sandbox and the screens. *Seed* is what the two reference files say, *public* what the vendors publish now (Octeth 5.9.4). Where both say the same, it is said once.',
    `## Octeth (${octethOperations.length})`,
    'All are sent to `/api.php`, so that no key is ever in an address. Of any of them:',
    ...codeLines(OCTETH_ANY),
    ...octethOperations.flatMap(octethSection),
    `## Systeme.io (${systemeOperations.length})`,
    'Through Maton’s gateway. Of any of them:',
    ...codeLines(SYSTEME_ANY),
    ...systemeOperations.flatMap((operation) => [
      ...begin(operation),
      facts([
        ['Right', rightOf('systeme', rightNameOf(operation.name)) ?? 'that of the list it is in'],
        ['Method', methodsOf(operation)],
        ['Where', wayTo(operation.place)],
      ]),
      ...codesOf(operation),
    ]),
    `## Maton (${matonOperations.length})`,
    'Of any of them:',
    ...codeLines(MATON_ANY),
    ...matonOperations.flatMap((operation) => [
      ...begin(operation),
      facts([
        ['Method', methodsOf(operation)],
        ['Where', wayTo(operation.place)],
      ]),
      ...codesOf(operation),
    ]),
  ].join('\n\n')}\n`;
}

function octethSection(operation: OctethOperation): string[] {
  const { name, route, isLimited, isOpen, guarded } = operation;
  return [
    ...begin(operation),
    facts([
      ['Route', route ? `\`${route}\`, or \`/api.php\`` : '`/api.php` only'],
      ['Permission', isOpen ? 'none, and no key' : permissionOf(name)],
      [
        'Limit',
        isLimited ? '100 in 60 s, together with the others that are limited' : 'none stated',
      ],
      ['Method', methodsOf(operation)],
      ...(guarded ? [['Guarded', guardedOf(guarded)] satisfies [string, string]] : []),
      ['Where', wayTo(operation.place)],
    ]),
    ...codesOf(operation),
  ];
}

const permissionOf = (name: string): string => {
  const right = rightOf('octeth', name);
  return right ? `\`${right}\`` : 'none, but a key';
};

/** Rights name an operation as a failure does: without telling its ids apart. */
export const rightNameOf = (name: string): string => name.replace('{tagId}', '{id}');

const begin = ({ name, does }: AnyOperation): string[] => [`### ${name}`, `It ${does}.`];

const facts = (rows: [label: string, value: string][]): string =>
  rows.map(([label, value]) => `- ${label}: ${value}`).join('\n');

const methodsOf = ({ methods }: AnyOperation): string =>
  methods.map((method) => `\`${method}\``).join(', ');

const guardedOf = (guarded: readonly string[]): string =>
  `${guarded.map((method) => `\`${method}\``).join(', ')}: nobody meets it, for rules never ride from a screen (law 8)`;

const wayTo = ({ where, control, file }: Place): string => `${where}: “${control}” (\`${file}\`)`;

function codesOf({ codes: { seed, public: later } }: AnyOperation): string[] {
  const numbers = [...new Set([...Object.keys(seed), ...Object.keys(later)])].map(Number);
  if (numbers.length === 0) return ['No code of its own is documented.'];
  const isSame = numbers.every((code) => seed[code] === later[code]);
  if (isSame) return codeLines(seed);
  const rows = numbers.map((code) => `| ${code} | ${seed[code] ?? '–'} | ${later[code] ?? '–'} |`);
  return [['| Code | Seed | Public |', '|---|---|---|', ...rows].join('\n')];
}

const codeLines = (codes: Codes): string[] => [
  ['| Code | Means |', '|---|---|', ...Object.entries(codes).map(rowOf)].join('\n'),
];

const rowOf = ([code, words]: [string, string]): string => `| ${code} | ${words} |`;
