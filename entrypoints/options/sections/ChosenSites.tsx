import { useRef, useState } from 'preact/hooks';
import { readSite } from '@/components/accounts/hosts';
import type { Powers } from '@/components/accounts/powers';
import { useFocusHome } from '@/components/hooks/use-focus-home';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { SiteRow } from './SiteRow';

interface ChosenSitesProps {
  sites: string[];
  powers: Powers;
  /** False when the browser was not allowed to. Called within the click. */
  onAdd: (site: { origin: string; pattern: string }) => Promise<boolean>;
  onRemove: (origin: string) => void;
}

export function ChosenSites({ sites, powers, onAdd, onRemove }: ChosenSitesProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const room = useRef<HTMLDivElement>(null);
  useFocusHome(room, (element) => element.querySelector('input'));
  const handleAdd = async () => {
    const site = readSite(typed);
    const found = !site
      ? 'Type a site, like mail.google.com.'
      : sites.includes(site.origin)
        ? `${site.origin} is there already.`
        : null;
    setProblem(found);
    if (site && !found && (await onAdd(site))) setTyped('');
  };
  return (
    <div ref={room} class="chosen-sites">
      {sites.length === 0 ? (
        <p class="soft">No site yet.</p>
      ) : (
        <ul class="rows">
          {sites.map((origin) => (
            <SiteRow
              key={origin}
              origin={origin}
              powers={powers}
              onRemove={() => onRemove(origin)}
            />
          ))}
        </ul>
      )}
      <form class="one-line" noValidate onSubmit={(event) => event.preventDefault()}>
        <Field
          label="Site"
          value={typed}
          placeholder="mail.google.com"
          onInput={(text) => {
            setTyped(text);
            setProblem(null);
          }}
          error={problem}
        />
        <Button type="submit" onClick={() => void handleAdd()}>
          Add site
        </Button>
      </form>
    </div>
  );
}
