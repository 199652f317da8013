import { useState } from 'preact/hooks';
import type { Account, Place } from '@/lib/people/account';
import type { CataloguedTag } from '@/lib/people/catalogue';
import { Field } from '../ui/Field';
import { SelectField } from '../ui/SelectField';
import { CreateForm } from './CreateForm';
import { deskAt } from './desk-part';
import { nameProblem } from '../ui/name-problem';
import type { DeskActing } from './use-desk-acting';

interface CreateTagProps {
  account: Account;
  acting: DeskActing;
  tags: readonly CataloguedTag[];
  lacking: string | null;
}

/** The lists that are searched: only their tags are listed here. */
function placesOf(account: Account): Place[] {
  if (account.system === 'systeme') return [];
  return account.lists.filter((list) => list.searched).map(({ id, name }) => ({ id, name }));
}

/** In Octeth a tag is made on one list, which is shown and can be chosen. */
export function CreateTag({ account, acting, tags, lacking }: CreateTagProps) {
  const places = placesOf(account);
  const [name, setName] = useState('');
  const [about, setAbout] = useState('');
  const [only] = places.length === 1 ? places : [];
  const [placeId, setPlaceId] = useState(only?.id ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [unplaced, setUnplaced] = useState<string | null>(null);
  const place = places.find((one) => one.id === placeId) ?? null;
  const handleCreate = async () => {
    const found = nameProblem(name) ?? takenProblem(name, place, tags);
    const lacksPlace = places.length > 0 && !place;
    setProblem(found);
    setUnplaced(lacksPlace ? 'Choose a list.' : null);
    if (found || lacksPlace) return;
    const desk = deskAt(account, place);
    const description = about.trim();
    const wanted = { name: name.trim(), ...(description && { description }) };
    if (!(await acting.act({ kind: 'create-tag', desk, ...wanted }))) return;
    setName('');
    setAbout('');
  };
  return (
    <CreateForm
      label="Create tag"
      kind="create-tag"
      {...{ acting, lacking }}
      onCreate={handleCreate}
    >
      <Field
        label="New tag"
        value={name}
        onInput={(typed) => {
          setName(typed);
          setProblem(null);
        }}
        error={problem}
      />
      {account.system === 'octeth' && (
        <Field label="What it is for (optional)" value={about} onInput={setAbout} />
      )}
      {places.length > 1 && (
        <SelectField
          label="On the list"
          value={placeId}
          onChange={(chosen) => {
            setPlaceId(chosen);
            setUnplaced(null);
          }}
          options={[
            { value: '', label: 'Choose a list' },
            ...places.map((one) => ({ value: one.id, label: one.name })),
          ]}
          error={unplaced}
        />
      )}
    </CreateForm>
  );
}

function takenProblem(
  name: string,
  place: Place | null,
  tags: readonly CataloguedTag[],
): string | null {
  const wanted = name.trim().toLowerCase();
  const taken = tags.find(
    (tag) => tag.name.toLowerCase() === wanted && tag.place?.id === place?.id,
  );
  return taken ? `There is a tag “${taken.name}” already.` : null;
}
