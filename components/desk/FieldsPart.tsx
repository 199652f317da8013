import { useId, useRef } from 'preact/hooks';
import type { Result } from '@/lib/failure';
import type { CataloguedField } from '@/lib/people/catalogue';
import { useFocusHome } from '../hooks/use-focus-home';
import { CreateField } from './CreateField';
import { byPlace, type DeskPartProps, deskAt } from './desk-part';
import { DeskRow } from './DeskRow';
import { PartFailure } from './PartFailure';

interface FieldsPartProps extends DeskPartProps {
  fields: Result<CataloguedField[]>;
}

/** The fields of an account. Octeth’s API makes none, so they are listed. */
export function FieldsPart({ fields, ...props }: FieldsPartProps) {
  const id = useId();
  const { account } = props;
  return (
    <section class="desk-part" aria-labelledby={id}>
      <h3 id={id}>Fields {fields.ok && <span class="soft">{fields.value.length}</span>}</h3>
      {!fields.ok && (
        <PartFailure failure={fields.failure} {...{ account }} onRetry={props.onRetry} />
      )}
      {fields.ok &&
        (account.system === 'octeth' ? (
          <OctethFields fields={fields.value} />
        ) : (
          <ContactFields {...props} fields={fields.value} />
        ))}
    </section>
  );
}

function OctethFields({ fields }: { fields: CataloguedField[] }) {
  return (
    <>
      <p class="soft">Fields are made and changed in Octeth itself.</p>
      {byPlace(fields).map(({ place, items }) => (
        <div key={place?.id ?? ''}>
          {place && <h4 dir="auto">{place.name}</h4>}
          <ul aria-label={place ? `Fields of ${place.name}` : 'Fields'}>
            {items.map(({ id, name, required }) => (
              <li key={id} class="desk-row">
                <span class="desk-row-name" dir="auto">
                  {name}
                </span>
                {required && <span class="desk-row-note">required</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function ContactFields({
  account,
  acting,
  lacks,
  fields,
}: DeskPartProps & { fields: CataloguedField[] }) {
  const room = useRef<HTMLDivElement>(null);
  useFocusHome(room, (element) => element.querySelector('input'));
  const desk = deskAt(account, null);
  return (
    <div ref={room} class="desk-part">
      <CreateField {...{ account, acting, fields }} lacking={lacks('create-field')} />
      {fields.length === 0 && <p class="soft">No fields yet.</p>}
      <ul aria-label="Fields">
        {fields.map(({ id, name }) => (
          <DeskRow
            key={id}
            name={name}
            note={id}
            isBusy={
              acting.doing !== null && 'field' in acting.doing && acting.doing.field.id === id
            }
            lacks={{ rename: lacks('rename-field'), remove: lacks('delete-field') }}
            onRename={(wanted) =>
              acting.act({ kind: 'rename-field', desk, field: { id, name }, name: wanted })
            }
            onRemove={() => void acting.act({ kind: 'delete-field', desk, field: { id, name } })}
          />
        ))}
      </ul>
    </div>
  );
}
