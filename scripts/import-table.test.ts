import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

interface Row {
  file: string;
  may: string[];
  mayNot: string[];
  /** Part of the sentence that a breach is answered with. */
  sentence: string;
}

/** The table of ARCHITECTURE.md (“Who may import whom”), as imports that are fine and imports that are breaches. */
const ROWS: Row[] = [
  {
    file: 'lib/people/person.ts',
    may: ['./address', '../failure'],
    mayNot: ['../crm/crm', '../browser', '../page/finder', 'valibot', '../messaging/protocol'],
    sentence: 'lib/people is the rules, pure',
  },
  {
    file: 'lib/failure.ts',
    may: [],
    mayNot: ['./people/address', './browser'],
    sentence: 'it may know of nobody',
  },
  {
    file: 'lib/page/walker.ts',
    may: ['./finder', '../people/mark', '../failure', '../messaging/protocol'],
    mayNot: [
      '../browser',
      '../crm/crm',
      '../accounts/vault',
      '../messaging/client',
      'preact',
      'webextension-polyfill',
    ],
    sentence: 'lib/page runs in somebody’s page',
  },
  {
    file: 'lib/messaging/server.ts',
    may: ['./protocol', '../people/account', '../failure', 'valibot'],
    mayNot: ['../crm/crm', '../actions/journal', '../browser'],
    sentence: 'not who does the work',
  },
  {
    file: 'lib/crm/octeth/client.ts',
    may: [
      './schemas',
      '../http',
      '../../people/address',
      '../../failure',
      '../../browser',
      'valibot',
    ],
    mayNot: [
      '../../directory/open',
      '../../accounts/vault',
      '../../actions/journal',
      '../../page/finder',
      '../../messaging/server',
      'idb',
      'preact',
    ],
    sentence: 'lib/crm asks back ends',
  },
  {
    file: 'lib/directory/open.ts',
    may: ['./rows', '../crm/crm', '../people/address', 'idb'],
    mayNot: [
      '../actions/journal',
      '../accounts/vault',
      '../page/finder',
      '../messaging/server',
      'ky',
    ],
    sentence: 'accounts and actions are above it',
  },
  {
    file: 'lib/accounts/vault.ts',
    may: ['../crm/crm', '../crm/octeth/probe', '../people/account', '../browser', 'idb'],
    mayNot: ['../actions/journal', '../page/finder', '../messaging/client', 'preact'],
    sentence: 'lib/accounts holds keys',
  },
  {
    file: 'lib/actions/outbox.ts',
    may: ['../crm/crm', '../directory/open', '../accounts/vault', '../people/intent', 'idb'],
    mayNot: ['../page/finder', '../messaging/server', 'preact', '../../components/ui/Button'],
    sentence: 'lib/actions is the uppermost',
  },
  {
    file: 'components/people/Card.tsx',
    may: [
      './StandingLabel',
      '../ui/Button',
      './card.css',
      '@/lib/people/account',
      '@/lib/failure-words',
      '@/lib/messaging/client',
      'preact/hooks',
      'lucide-static/icons/tag.svg?raw',
    ],
    mayNot: [
      '@/lib/browser',
      '@/lib/crm/crm',
      '@/lib/accounts/vault',
      '@/lib/messaging/server',
      '../../lib/crm/http',
      'ky',
    ],
    sentence: 'A component shows people and asks by message',
  },
  {
    file: 'entrypoints/background/menus.ts',
    may: ['@/lib/crm/crm', '@/lib/messaging/server', '../../lib/browser', '@/lib/people/intent'],
    mayNot: ['preact', '@/components/ui/Button', '@/lib/page/finder', '@/lib/messaging/client'],
    sentence: 'it draws nothing, reads no page',
  },
  {
    file: 'entrypoints/flags.content/index.ts',
    may: ['@/lib/page/walker', '../../lib/messaging/client', 'wxt/utils/define-content-script'],
    mayNot: [
      'preact',
      '@/components/ui/Button',
      '@/lib/crm/http',
      '@/lib/accounts/vault',
      '@/lib/browser',
      'idb',
    ],
    sentence: 'The flags script runs on every allowed page',
  },
  {
    file: 'entrypoints/reader.content/index.ts',
    may: ['../../lib/page/card-door', 'wxt/utils/define-content-script'],
    mayNot: ['preact', '@/lib/browser', '@/lib/directory/open', '@/lib/messaging/server'],
    sentence: 'the reader on many',
  },
  {
    file: 'entrypoints/card.content/Card.tsx',
    may: ['preact', '@/components/people/StandingLabel', '@/lib/messaging/client'],
    mayNot: [
      '@/lib/browser',
      '@/lib/crm/http',
      '@/lib/directory/open',
      '@/lib/messaging/server',
      'ky',
    ],
    sentence: 'The card runs in somebody’s page',
  },
  {
    file: 'entrypoints/popup/main.tsx',
    may: ['preact', '@/components/ui/Button', '@/lib/browser', '@/lib/messaging/client'],
    mayNot: ['@/lib/crm/http', '@/lib/accounts/vault', '@/lib/messaging/server', 'idb'],
    sentence: 'Our own pages ask the background by message',
  },
];

interface Report {
  diagnostics: { message: string; help?: string; filename: string; code: string }[];
}

const folder = mkdtempSync(join(tmpdir(), 'import-table-'));
let report: Report;

beforeAll(async () => {
  cpSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const { file, may, mayNot } of ROWS) {
    plant(file, [...may, ...mayNot]);
  }
  plantText('lib/people/reach.ts', 'export const id = chrome.runtime.id + browser.runtime.id;\n');
  report = JSON.parse(await lint()) as Report; // Its shape is oxlint's own.
}, 30_000);
afterAll(() => rmSync(folder, { recursive: true }));

test.each(ROWS)('$file: each breach is answered with a sentence, and nothing else is', (row) => {
  const said = report.diagnostics.filter(
    ({ filename, code }) => filename === row.file && code.includes('no-restricted-imports'),
  );
  expect(said.map(({ message }) => /'([^']+)'/.exec(message)?.[1]).toSorted()).toEqual(
    row.mayNot.toSorted(),
  );
  for (const { help } of said) expect(help?.replaceAll("'", '’')).toContain(row.sentence);
});

test('the browser is reached through one door', () => {
  const said = report.diagnostics.filter(({ code }) => code.includes('no-restricted-globals'));
  expect(said).toHaveLength(2);
});

function plant(file: string, imports: string[]): void {
  const lines = imports.map((from, index) => `import * as part${index} from '${from}';`);
  const use = `export const parts = [${imports.map((_, index) => `part${index}`).join(', ')}];`;
  plantText(file, [...lines, use, ''].join('\n'));
}

function plantText(file: string, text: string): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** It ends with an error, since it finds what was planted. */
const lint = (): Promise<string> =>
  new Promise((said) => {
    const program = join(ROOT, 'node_modules/.bin/oxlint');
    execFile(program, ['--format=json'], { cwd: folder }, (_, output) => said(output));
  });
