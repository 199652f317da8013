import { parseArgs } from 'node:util';
import type { Dialect } from './dialect.ts';
import { absent, notable, startSandbox } from './sandbox.ts';

const { values } = parseArgs({
  options: { dialect: { type: 'string' }, port: { type: 'string' }, people: { type: 'string' } },
});
const dialect = values.dialect ?? 'seed';
const port = Number(values.port ?? 8420);
const people = Number(values.people ?? 300);

if (!isDialect(dialect) || !Number.isInteger(port) || !Number.isInteger(people)) {
  console.error('Usage: npm run sandbox -- [--dialect seed|public] [--port N] [--people N]');
  process.exit(2);
}

const sandbox = await startSandbox({
  dialect,
  people,
  ports: port === 0 ? {} : { octeth: port, gateway: port + 1, control: port + 2 },
  onAnswer: ({ service, method, url, command, status }) =>
    console.log(`${service.padEnd(7)} ${status} ${method} ${url}  ${command}`),
});

const { octeth, maton } = sandbox;
console.log(`The sandbox speaks the ${dialect} dialect to ${people} people.

Octeth    ${octeth.url}
          key ${octeth.key}
Maton     gateway ${maton.gateway}
          control ${maton.control}
          key ${maton.key}
          connection ${maton.connection} (the other, ${maton.wrongConnection}, is the wrong one)
Door      ${octeth.url}/sandbox/about, and see sandbox/README.md

Somebody to look up:`);
for (const [name, { email }] of Object.entries(notable)) {
  console.log(`  ${name.padEnd(20)} ${email}`);
}
console.log(`  ${'nobody'.padEnd(20)} ${absent.nobody}\n\nCtrl-C stops it.\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
}

function isDialect(text: string): text is Dialect {
  return text === 'seed' || text === 'public';
}
