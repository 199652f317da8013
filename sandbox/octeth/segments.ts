import type { Segment, Subscriber } from '../world/octeth.ts';
import type { World } from '../world/world.ts';
import type { Call, Commands } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';
import { idsAsText } from './rows.ts';
import { segmentTestOf } from './rules.ts';
import { page } from './window.ts';

type Test = (subscriber: Subscriber, world: World) => boolean;

/** The segments that every list has. */
export const builtInSegments: Record<string, Test> = {
  Active: ({ status, bounce }) => status === 'Subscribed' && bounce !== 'Hard',
  Suppressed: ({ email }, world) => world.isSuppressed(email),
  Unsubscribed: ({ status }) => status === 'Unsubscribed',
  'Soft bounced': ({ bounce }) => bounce === 'Soft',
  'Hard bounced': ({ bounce }) => bounce === 'Hard',
  'Opt-in pending': ({ status }) => status === 'Opt-In Pending',
};

/** By a built-in name or by the id of one that somebody made; any other holds no one. */
export function segmentNamed(name: string, world: World): (subscriber: Subscriber) => boolean {
  const builtIn = builtInSegments[name];
  return builtIn ? (subscriber) => builtIn(subscriber, world) : segmentTestOf(Number(name), world);
}

export const segmentCommands: Commands = {
  'segments.get': {
    permission: 'Segments.Get',
    errors: { seed: 'list-and-text', public: 'list-and-text' },
    answer(call) {
      const { parameters, world, dialect } = call;
      if (!parameters.filled('SubscriberListID')) refuse(1, 'Missing subscriber list id');
      const rows = world.segments
        .filter(({ listId }) => listId === parameters.id('SubscriberListID'))
        .filter(({ id }) => !parameters.filled('SegmentID') || id === parameters.id('SegmentID'))
        .map((segment) => segmentRow(segment, call))
        .map((row) => (dialect === 'seed' ? idsAsText(row) : row));
      const segments = page(rows, descending(call), { size: 0, order: 'SegmentName' });
      return { ...success, ErrorText: '', TotalSegmentCount: rows.length, Segments: segments };
    },
  },
};

function segmentRow(segment: Segment, { world, parameters }: Call): Record<string, unknown> {
  const belongs = segmentTestOf(segment.id, world);
  const count = world.onList(segment.listId).filter(belongs).length;
  return {
    SegmentID: segment.id,
    SegmentName: segment.name,
    SegmentOperator: segment.operator,
    ...(parameters.flag('IncludeTotals', true) && { SubscriberCount: count }),
    SegmentRules: '',
    SegmentRulesJson: JSON.stringify(segment.rules),
  };
}

/** This command alone counts down unless told otherwise. */
function descending({ parameters }: Call): Call['parameters'] {
  if (parameters.filled('OrderType')) return parameters;
  const text = (name: string) => (name === 'OrderType' ? 'DESC' : parameters.text(name));
  return { ...parameters, text };
}
