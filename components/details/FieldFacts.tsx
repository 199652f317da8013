import type { Result } from '@/lib/failure';
import type { Field } from '@/lib/people/details';

/** Her fields by name; what is empty is named in one line, so that nothing seems to be missing. */
export function FieldFacts({ part }: { part: Result<Field[]> }) {
  if (!part.ok || part.value.length === 0) return null;
  const filled = part.value.filter(({ value }) => value !== '');
  const empty = part.value.filter(({ value }) => value === '');
  return (
    <section aria-label="Fields">
      <h3>Fields</h3>
      {filled.length > 0 && (
        <dl class="more-facts">
          {filled.map(({ id, name, value }) => (
            <div key={id}>
              <dt dir="auto" title={name}>
                {name}
              </dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {empty.length > 0 && (
        <p class="more-empty" dir="auto">
          Empty: {empty.map(({ name }) => name).join(', ')}
        </p>
      )}
    </section>
  );
}
