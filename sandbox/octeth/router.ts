import type { Clock, Dialect } from '../dialect.ts';
import type { Limit } from '../limit.ts';
import type { Received } from '../received.ts';
import { attachment, json } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { Visit } from '../server.ts';
import type { World } from '../world/world.ts';
import { accountCommands } from './account.ts';
import { activityCommands } from './activity.ts';
import { changeCommands } from './changes.ts';
import { Download } from './command.ts';
import type { Command, Commands } from './command.ts';
import { deletionCommands } from './deletions.ts';
import {
  hardFailure,
  missingPermission,
  Refusal,
  refusalReply,
  tooMany,
  wrongKey,
} from './errors.ts';
import { exportCommands } from './export.ts';
import { legacyImportCommands } from './import-legacy.ts';
import { prepareCommands } from './import-prepare.ts';
import { importCommands } from './import.ts';
import { journeyCommands } from './journeys.ts';
import { listCommands } from './lists.ts';
import { parametersOf, readParameters, UnreadableBody } from './parameters.ts';
import type { Parameters } from './parameters.ts';
import { segmentCommands } from './segments.ts';
import { ownsSession, sessionCommands } from './sessions.ts';
import { subscriberCommands } from './subscriber.ts';
import { subscribersCommands } from './subscribers.ts';
import { tagChangeCommands } from './tag-changes.ts';
import { tagCommands } from './tags.ts';

export interface OctethOptions {
  dialect: Dialect;
  key: string;
  lacks: string[];
  activity: 'plain' | 'filtered';
  rules: 'typed' | 'flat' | 'none';
  preview: 'honoured' | 'ignored';
  mapping: 'by-column' | 'by-field';
  limit: Limit;
  world: World;
  now: Clock;
}

/** Every command this Octeth knows; a new group is a new file and a line here. */
const commands: Commands = {
  ...accountCommands,
  ...listCommands,
  ...subscriberCommands,
  ...activityCommands,
  ...sessionCommands,
  ...subscribersCommands,
  ...tagCommands,
  ...tagChangeCommands,
  ...segmentCommands,
  ...deletionCommands,
  ...importCommands,
  ...prepareCommands,
  ...legacyImportCommands,
  ...exportCommands,
  ...journeyCommands,
  ...changeCommands,
};

export async function visitOcteth(request: Received, options: OctethOptions): Promise<Visit> {
  const { dialect } = options;
  const failed = (command: string, code: number, message: string): Visit => ({
    service: 'octeth',
    command,
    answer: () => hardFailure(dialect, code, message),
  });
  let parameters = parametersOf({});
  try {
    parameters = await readParameters(request);
  } catch (error) {
    if (error instanceof UnreadableBody) return failed('', 100000, error.message);
    throw error;
  }
  const name = parameters.text('Command').toLowerCase();
  const onRoute = request.path !== '/api.php';
  if (!onRoute && request.method !== 'POST') {
    return failed(name, 100001, 'Unsupported or invalid connection method');
  }
  const command = options.lacks.includes(name) ? undefined : commands[name];
  if (!command || (onRoute && command.route?.path !== request.path)) {
    return failed(name, 100003, `Invalid API command: "${name}" not found.`);
  }
  if (onRoute && command.route?.method !== request.method) {
    return failed(name, 100001, 'Unsupported or invalid connection method');
  }
  return {
    service: 'octeth',
    command: name,
    answer: () => answer(command, parameters, onRoute, options),
  };
}

/** Key, limit, permission, then the command itself. */
function answer(
  command: Command,
  parameters: Parameters,
  onRoute: boolean,
  options: OctethOptions,
): Reply {
  const { dialect, key, limit, world, rules, activity, preview, mapping } = options;
  const shape = command.errors?.[dialect] ?? 'code';
  const byHerself = command.session === true && ownsSession(parameters, world);
  if (!command.open && !byHerself) {
    if (parameters.text('APIKey') !== key) return wrongKey;
    if (command.limited && !limit.take(key).allowed) return tooMany(shape, dialect, onRoute);
    if (command.permission && !allows(world.permissions, command.permission)) {
      return missingPermission(command.permission);
    }
  }
  const now = new Date(options.now()).toISOString().slice(0, 19).replace('T', ' ');
  try {
    const answered = command.answer({
      ...{ parameters, world, dialect, rules, activity, preview, mapping, now },
    });
    if (!(answered instanceof Download)) return json(200, answered);
    return attachment(answered.name, answered.type, answered.text);
  } catch (error) {
    if (error instanceof Refusal) return refusalReply(error, shape, onRoute);
    throw error;
  }
}

function allows(permissions: string, wanted: string): boolean {
  return permissions === '*' || permissions.split(',').some((name) => name.trim() === wanted);
}
