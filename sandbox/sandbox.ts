import type { Clock, Dialect } from './dialect.ts';
import { answerDoor } from './door.ts';
import { createFaults } from './faults.ts';
import type { Fault } from './faults.ts';
import { createLimit } from './limit.ts';
import type { Allowance } from './limit.ts';
import type { LoggedRequest } from './log.ts';
import { visitControl } from './maton/control.ts';
import { visitGateway } from './maton/gateway.ts';
import type { MatonOptions } from './maton/gateway.ts';
import { visitOcteth } from './octeth/router.ts';
import type { OctethOptions } from './octeth/router.ts';
import type { Received } from './received.ts';
import { seedWorld } from './seed/seed.ts';
import { connectionIds } from './seed/systeme.ts';
import { listen } from './server.ts';
import type { Service } from './server.ts';
import { World } from './world/world.ts';

export type { Dialect } from './dialect.ts';
export type { Fault } from './faults.ts';
export type { LoggedRequest } from './log.ts';
export type { World } from './world/world.ts';
export { absent, notable } from './seed/notable.ts';

export interface SandboxOptions {
  dialect?: Dialect;
  /** 0 or absent: any free port. Always on 127.0.0.1. In `public`, control shares the gateway's. */
  ports?: { octeth?: number; gateway?: number; control?: number };
  /** Octeth's stated limit: 100 in 60 s unless given. */
  octethLimit?: Allowance;
  /** Maton's stated limit: 10 in 1 s unless given. */
  matonLimit?: Allowance;
  /** Permission names with commas between, or `*`. */
  octethPermissions?: string;
  /** Octeth commands that this server does not know. */
  lacks?: string[];
  /** 300 unless given; more for long walks. */
  people?: number;
  /**
   * Which RulesJSON this Octeth reads: `typed` (the vendor's grammar, and the default), `flat`
   * (the seed reference's own example, taken at its word) or `none` at all.
   */
  rules?: 'typed' | 'flat' | 'none';
  /**
   * How Octeth tells activity: `plain` (the reference, and the default), or `filtered` as up to
   * 5.6, where a filter must be sent and the rows say more.
   */
  activity?: 'plain' | 'filtered';
  /**
   * Whether Octeth heeds `Preview` of `subscriber.unsubscribe` (the reference, and the default), or
   * passes it over and unsubscribes.
   */
  preview?: 'honoured' | 'ignored';
  /**
   * How the old import of Octeth reads `MappedFields`: `by-column` as the new one (the default), or
   * `by-field`, the seed reference's own row taken at its word: `{ EmailAddress: 'FIELD1' }`.
   */
  mapping?: 'by-column' | 'by-field';
  /** Systeme.io words its messages in the language of the account. */
  language?: 'en' | 'fr';
  /** How long a new membership (public) waits in Systeme.io's queue; not at all unless given. */
  membershipsQueueMs?: number;
  now?: Clock;
  /** Called when a request has been answered. */
  onAnswer?(entry: LoggedRequest): void;
}

/** What tells one version of a server from another. */
export type Version = Pick<
  SandboxOptions,
  'dialect' | 'rules' | 'activity' | 'preview' | 'mapping'
>;

export interface Sandbox {
  readonly dialect: Dialect;
  octeth: { url: string; key: string };
  maton: {
    gateway: string;
    control: string;
    key: string;
    connection: string;
    wrongConnection: string;
  };
  log: LoggedRequest[];
  break(fault: Fault): void;
  mend(): void;
  /** The servers are upgraded or downgraded where they stand, with all they hold, until a reset. */
  become(version: Version): void;
  /** Version, data, log, limits and faults as they were at the start. */
  reset(): void;
  world: World;
  close(): Promise<void>;
}

const octethKey = '7d1e-40b8-93fc-a2c5-5e06-d9f1-8b37-c64a';
const matonKey =
  'mtn_v1_Qm7xT2hZc9LrV4sKp0eWnJ8uYbD3fGaH6iXo1tRvEw5zCkNqSlMyPjBdUgFhAOI2r7K9xZtVbQe4';

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { dialect = 'seed', ports = {}, now = Date.now, people = 300, language = 'en' } = options;
  const world = new World();
  const log: LoggedRequest[] = [];
  const faults = createFaults();
  const octethLimit = createLimit(options.octethLimit ?? { calls: 100, seconds: 60 }, now);
  const matonLimit = createLimit(options.matonLimit ?? { calls: 10, seconds: 1 }, now);

  const become = (version: Version) => {
    Object.assign(octethOptions, version);
    if (version.dialect) matonOptions.dialect = version.dialect;
  };
  const reset = () => {
    become(versionOf(options));
    world.fill({ ...seedWorld(people), permissions: options.octethPermissions ?? '*' });
    world.membershipsQueueMs = options.membershipsQueueMs ?? 0;
    log.length = 0;
    faults.clear();
    octethLimit.clear();
    matonLimit.clear();
  };

  const recorder = {
    faults,
    now,
    write: (entry: LoggedRequest) => log.push(entry),
    finished: (entry: LoggedRequest) => options.onAnswer?.(entry),
  };
  const octethOptions: OctethOptions = {
    ...versionOf(options),
    key: octethKey,
    lacks: (options.lacks ?? []).map((command) => command.toLowerCase()),
    limit: octethLimit,
    world,
    now,
  };
  const matonOptions: MatonOptions = {
    dialect,
    key: matonKey,
    limit: matonLimit,
    world,
    language,
    now,
  };
  reset();

  const octeth = await listen(
    ports.octeth ?? 0,
    (request) =>
      request.path.startsWith('/sandbox/')
        ? backstage(request)
        : visitOcteth(request, octethOptions),
    recorder,
  );
  const gateway = await listen(
    ports.gateway ?? 0,
    (request) =>
      dialect === 'public' && isControl(request)
        ? visitControl(request, matonOptions)
        : visitGateway(request, matonOptions),
    recorder,
  );
  const control =
    dialect === 'public'
      ? gateway
      : await listen(
          ports.control ?? 0,
          (request) => visitControl(request, matonOptions),
          recorder,
        );

  const sandbox: Sandbox = {
    get dialect() {
      return octethOptions.dialect;
    },
    octeth: { url: octeth.url, key: octethKey },
    maton: {
      gateway: gateway.url,
      control: control.url,
      key: matonKey,
      connection: connectionIds.right,
      wrongConnection: connectionIds.wrong,
    },
    log,
    break: faults.add,
    mend: faults.clear,
    become,
    reset,
    world,
    close: async () => {
      await Promise.all([...new Set([octeth, gateway, control])].map((server) => server.close()));
    },
  };
  const backstage: Service = (request) => ({
    service: 'octeth',
    command: '',
    backstage: true,
    answer: () => answerDoor(request, sandbox),
  });
  return sandbox;
}

const versionOf = ({
  dialect,
  rules,
  activity,
  preview,
  mapping,
}: SandboxOptions): Required<Version> => ({
  dialect: dialect ?? 'seed',
  rules: rules ?? 'typed',
  activity: activity ?? 'plain',
  preview: preview ?? 'honoured',
  mapping: mapping ?? 'by-column',
});

/** Since the hosts were merged, the path tells which of the two is meant. */
function isControl({ path }: Received): boolean {
  return path === '/connect' || path === '/connections' || path.startsWith('/connections/');
}
