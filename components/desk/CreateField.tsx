import { useState } from 'preact/hooks';
import type { Account } from '@/lib/people/account';
import type { CataloguedField } from '@/lib/people/catalogue';
import { Field } from '../ui/Field';
import { CreateForm } from './CreateForm';
import { deskAt } from './desk-part';
import { nameProblem } from '../ui/name-problem';
import { slugOf, slugProblem } from './slug';
import type { DeskActing } from './use-desk-acting';

interface CreateFieldProps {
  account: Account;
  acting: DeskActing;
  fields: readonly CataloguedField[];
  lacking: string | null;
}

/** A field has a name that can change and a slug that stays: it is proposed until it is typed. */
export function CreateField({ account, acting, fields, lacking }: CreateFieldProps) {
  const [name, setName] = useState('');
  const [typedSlug, setTypedSlug] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const slug = typedSlug ?? slugOf(name);
  const isTaken = fields.some((field) => field.id === slug);
  const problems = {
    name: nameProblem(name),
    slug: isTaken ? `There is a field with the slug ${slug} already.` : slugProblem(slug),
  };
  const handleCreate = async () => {
    setTried(true);
    if (problems.name || problems.slug) return;
    const intent = {
      kind: 'create-field',
      desk: deskAt(account, null),
      name: name.trim(),
      slug,
    } as const;
    if (!(await acting.act(intent))) return;
    setName('');
    setTypedSlug(null);
    setTried(false);
  };
  return (
    <CreateForm
      label="Create field"
      kind="create-field"
      {...{ acting, lacking }}
      onCreate={handleCreate}
    >
      <Field
        label="New field"
        value={name}
        onInput={setName}
        error={isTried ? problems.name : null}
      />
      <Field
        label="Slug"
        value={slug}
        onInput={setTypedSlug}
        hint="Stays as it is when the field is renamed."
        error={isTried && !problems.name ? problems.slug : null}
      />
    </CreateForm>
  );
}
