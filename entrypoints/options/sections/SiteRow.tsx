import { useRef } from 'preact/hooks';
import { readSite } from '@/components/accounts/hosts';
import type { Powers } from '@/components/accounts/powers';
import { useAllowed } from '@/components/accounts/use-allowed';
import { useFocusHome } from '@/components/hooks/use-focus-home';
import { Button } from '@/components/ui/Button';

interface SiteRowProps {
  origin: string;
  powers: Powers;
  onRemove: () => void;
}

export function SiteRow({ origin, powers, onRemove }: SiteRowProps) {
  const pattern = readSite(origin)?.pattern ?? origin;
  const { isAllowed, allow } = useAllowed([pattern], powers);
  const row = useRef<HTMLLIElement>(null);
  useFocusHome(row, (element) => element.querySelector('button'));
  const name = <span class="unseen"> {origin}</span>;
  return (
    <li ref={row}>
      <span>
        {origin}
        {isAllowed === false && <small> not flagged: your browser does not allow it</small>}
      </span>
      <span class="buttons">
        {isAllowed === false && (
          <Button size="small" onClick={allow}>
            <span>Allow{name}</span>
          </Button>
        )}
        <Button kind="quiet" size="small" onClick={onRemove}>
          <span>Remove{name}</span>
        </Button>
      </span>
    </li>
  );
}
