import { useEffect, useState } from 'preact/hooks';
import { sayFailure } from '@/lib/failure-words';
import type { FlagSettings } from '@/lib/messaging/protocol';
import { Switch } from '../ui/Switch';
import { usePanel } from './panel';
import './site-switch.css';

/** Flags on the site she is on; shown where she chooses the sites herself. */
export function SiteSwitch({ site }: { site: string }) {
  const { client, allowSite } = usePanel();
  const [settings, setSettings] = useState<FlagSettings | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    void client.flags().then((reply) => reply.ok && setSettings(reply.value));
  }, [client]);
  if (settings?.mode !== 'chosen') return null;

  const isOn = settings.sites.includes(site);
  const handleChange = async (isWanted: boolean) => {
    setProblem(null);
    // First of all: the browser only asks while it still takes this for the click.
    if (isWanted && !(await allowSite(site))) {
      setSettings({ ...settings });
      return setProblem('Your browser did not allow it, so nothing is flagged there.');
    }
    const sites = settings.sites.filter((other) => other !== site);
    const wanted: FlagSettings = { mode: 'chosen', sites: isWanted ? [...sites, site] : sites };
    const reply = await client.setFlags(wanted);
    if (reply.ok) setSettings(wanted);
    else setProblem(sayFailure(reply.failure).what);
  };
  return (
    <div class="site-switch">
      <Switch
        label={
          <>
            Flag addresses on <b>{hostOf(site)}</b>
          </>
        }
        checked={isOn}
        onChange={(isWanted) => void handleChange(isWanted)}
      />
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : origin);
