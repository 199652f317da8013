import { useId, useRef, useState } from 'preact/hooks';
import type { Result } from '@/lib/failure';
import type { CataloguedTag } from '@/lib/people/catalogue';

import { useFocusHome } from '../hooks/use-focus-home';
import { CreateTag } from './CreateTag';
import { byPlace, type DeskPartProps, deskAt, SHOWN_CEILING } from './desk-part';
import { DeskRow } from './DeskRow';
import type { AtDesk } from './use-desk-acting';
import { matching } from '../ui/matching';
import { Filter } from './Filter';
import { PartFailure } from './PartFailure';

interface TagsPartProps extends DeskPartProps {
  tags: Result<CataloguedTag[]>;
}

/** The tags of an account: of each list in Octeth, of all contacts in Systeme.io. */
export function TagsPart({ tags, ...props }: TagsPartProps) {
  const id = useId();
  return (
    <section class="desk-part" aria-labelledby={id}>
      <h3 id={id}>Tags {tags.ok && <span class="soft">{tags.value.length}</span>}</h3>
      {tags.ok ? (
        <Tags {...props} tags={tags.value} />
      ) : (
        <PartFailure failure={tags.failure} account={props.account} onRetry={props.onRetry} />
      )}
    </section>
  );
}

function Tags({ account, acting, lacks, tags }: DeskPartProps & { tags: CataloguedTag[] }) {
  const [typed, setTyped] = useState('');
  const room = useRef<HTMLDivElement>(null);
  useFocusHome(room, (element) => element.querySelector('input'));
  const found = matching(tags, typed);
  const shown = found.slice(0, SHOWN_CEILING);
  const rowOf = (tag: CataloguedTag) => {
    const { id, name, place, people, description } = tag;
    const desk = deskAt(account, place);
    return (
      <DeskRow
        key={`${place?.id} ${id}`}
        name={name}
        note={people === null ? null : sayPeople(people)}
        about={description}
        isBusy={isAbout(acting.doing, tag)}
        lacks={{ rename: lacks('rename-tag'), remove: lacks('delete-tag') }}
        onRename={(wanted) =>
          acting.act({ kind: 'rename-tag', desk, tag: { id, name }, name: wanted })
        }
        onRemove={() => void acting.act({ kind: 'delete-tag', desk, tag: { id, name }, people })}
      />
    );
  };
  return (
    <div ref={room} class="desk-part">
      <CreateTag {...{ account, acting, tags }} lacking={lacks('create-tag')} />
      {tags.length === 0 ? (
        <p class="soft">No tags yet.</p>
      ) : (
        <Filter
          what="tags"
          typed={typed}
          onType={setTyped}
          found={found.length}
          shown={shown.length}
        />
      )}
      {byPlace(shown).map(({ place, items }) => (
        <div key={place?.id ?? ''}>
          {place && (
            <h4 dir="auto" id={`${place.id}-tags`}>
              {place.name}
            </h4>
          )}
          <ul aria-label={place ? `Tags of ${place.name}` : 'Tags'}>{items.map(rowOf)}</ul>
        </div>
      ))}
    </div>
  );
}

const NUMBER = new Intl.NumberFormat('en-GB');

const sayPeople = (people: number): string =>
  `${NUMBER.format(people)} ${people === 1 ? 'person' : 'people'}`;

const isAbout = (doing: AtDesk | null, { id, place }: CataloguedTag): boolean =>
  doing !== null && 'tag' in doing && doing.tag.id === id && doing.desk.place?.id === place?.id;
