import { useState } from 'preact/hooks';
import type { Separator } from '@/lib/people/list-work';
import { Field } from '../ui/Field';
import type { AtList } from './ListWork';
import { LookFoot } from './LookFoot';
import { SeparatorField } from './SeparatorField';
import { StagedColumns } from './StagedColumns';
import type { Staged } from './use-staged';

/** A file in the server's own folder for imports: whoever runs the server has put it there. */
export function ServerFileSource({ at, staged }: { at: AtList; staged: Staged }) {
  const [name, setName] = useState('');
  const [separator, setSeparator] = useState<Separator>(',');
  return (
    <div class="list-part">
      <form
        class="list-part"
        onSubmit={(event) => {
          event.preventDefault();
          void staged.look({ from: 'server-file', name, separator });
        }}
      >
        <div class="list-ask">
          <Field
            label="Name of the file"
            hint="As it lies in the server’s folder for imports. Nothing is uploaded from here."
            placeholder="people.csv"
            value={name}
            onInput={(value) => {
              staged.forget();
              setName(value);
            }}
            error={staged.errorOf('name')}
          />
          <SeparatorField
            value={separator}
            onChange={(value) => {
              staged.forget();
              setSeparator(value);
            }}
          />
        </div>
        <LookFoot at={at} label="Look into the file" isLooking={staged.isLooking} />
      </form>
      <StagedColumns at={at} staged={staged} />
    </div>
  );
}
