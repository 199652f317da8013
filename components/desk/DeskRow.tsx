import { useId, useRef, useState } from 'preact/hooks';
import { sayLacking } from '@/lib/people/ability';
import { useFocusHome } from '../hooks/use-focus-home';
import { Button } from '../ui/Button';
import { RenameForm } from './RenameForm';

interface DeskRowProps {
  name: string;
  /** Beside the name: how many people, or a slug. */
  note: string | null;
  /** Below the name: what it is for. */
  about?: string | undefined;
  isBusy: boolean;
  /** The right the key lacks; null where it may. */
  lacks: { rename: string | null; remove: string | null };
  /** True once it is renamed. */
  onRename: (name: string) => Promise<boolean>;
  onRemove: () => void;
}

/** A tag or a field: renamed where it stands, removed after a question. */
export function DeskRow({ name, note, about, isBusy, lacks, ...on }: DeskRowProps) {
  // Under another name, from here or elsewhere, the form has had its day.
  const [renaming, setRenaming] = useState<string | null>(null);
  const isRenaming = renaming === name;
  const row = useRef<HTMLLIElement>(null);
  const id = useId();
  useFocusHome(row, (element) => element.querySelector('button'));
  const lacking = lacks.rename ?? lacks.remove;
  return (
    <li ref={row} class="desk-row">
      {isRenaming ? (
        <RenameForm
          name={name}
          isBusy={isBusy}
          onSave={async (wanted) => {
            if (await on.onRename(wanted)) setRenaming(null);
          }}
          onCancel={() => setRenaming(null)}
        />
      ) : (
        <>
          <span class="desk-row-name">
            <span dir="auto">{name}</span>
            {about && (
              <small class="desk-row-about" dir="auto">
                {about}
              </small>
            )}
          </span>
          {note && <span class="desk-row-note">{note}</span>}
          {lacking && (
            <small id={id} class="desk-row-lacking">
              {sayLacking(lacking)}
            </small>
          )}
          <span class="desk-row-deeds">
            <Button
              kind="quiet"
              size="small"
              busy={isBusy}
              off={lacks.rename !== null}
              aria-describedby={lacks.rename ? id : undefined}
              onClick={() => setRenaming(name)}
            >
              <span>
                Rename<span class="unseen"> {name}</span>
              </span>
            </Button>
            <Button
              kind="danger"
              size="small"
              off={lacks.remove !== null || isBusy}
              aria-describedby={lacks.remove ? id : undefined}
              onClick={on.onRemove}
            >
              <span>
                Delete<span class="unseen"> {name}</span>
              </span>
            </Button>
          </span>
        </>
      )}
    </li>
  );
}
