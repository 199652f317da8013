import type { SiteFlags } from '../hooks/use-site-flags';
import { Switch } from '../ui/Switch';
import './site-switch.css';

/** Flags on the site she is on; shown where she chooses the sites herself. */
export function SiteSwitch({ flags }: { flags: SiteFlags }) {
  const { site, isOn, problem, change } = flags;
  return (
    <div class="site-switch">
      <Switch
        label={
          <>
            Flag addresses on <b>{hostOf(site)}</b>
          </>
        }
        checked={isOn}
        onChange={(isWanted) => void change(isWanted)}
      />
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin);
