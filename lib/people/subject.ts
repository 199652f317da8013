import type { Intent } from './intent';

/** What of its person, or of its desk, a write is about: two of one subject are rivals. */
export function subjectOf(intent: Intent): string {
  switch (intent.kind) {
    case 'tag':
    case 'untag':
    case 'rename-tag':
    case 'delete-tag':
      return `tag ${intent.tag.id ?? intent.tag.name}`;
    case 'create-tag':
      return `tag ${intent.name}`;
    case 'trigger-journey':
    case 'leave-journey':
    case 'exit-journey':
      return `journey ${intent.journey.id}`;
    case 'update':
      return ['fields', ...intent.fields.map(({ id }) => id)].join(' ');
    case 'unsubscribe':
    case 'confirm':
      return 'standing';
    case 'enrol':
    case 'unenrol':
      return `course ${intent.course.id}`;
    case 'join':
    case 'leave':
      return `community ${intent.community.id}`;
    case 'cancel':
      return `subscription ${intent.subscription.id}`;
    case 'create-field':
      return `field ${intent.slug}`;
    case 'rename-field':
    case 'delete-field':
      return `field ${intent.field.id}`;
    case 'import':
      return `import ${intent.loadId}`;
    case 'delete-people':
      return ['people', ...intent.people.map(({ id }) => id)].join(' ');
    case 'empty-list':
      return 'list';
    case 'create-connection':
      return 'new connection';
    case 'remove-connection':
      return `connection ${intent.connection.id}`;
    case 'add':
    case 'delete':
      return 'person';
  }
}
