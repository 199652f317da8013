/** What stands in a custom field: a column beside the others, or in a map of its own. */
import { FailureError } from '../../failure';

/** Her row with, in some versions, the map in it. */
type Row = Record<string, unknown>;

/** Empty where nothing stands there. Throws where it is no text: to write it back would harm it. */
export function valueIn(row: Row, fieldId: string): string {
  const column = `CustomField${fieldId}`;
  const map = isRow(row['CustomFields']) ? row['CustomFields'] : {};
  const value = row[column] ?? map[fieldId] ?? map[column] ?? '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new FailureError({
    kind: 'changed-shape',
    where: `subscriber.get SubscriberInformation.${column}`,
    expected: 'text',
  });
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;
