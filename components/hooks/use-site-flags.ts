import { useEffect, useState } from 'preact/hooks';
import { sayFailure } from '@/lib/failure-words';
import type { FlagSettings } from '@/lib/messaging/protocol';
import { usePanel } from '../people/panel';

export interface SiteFlags {
  site: string;
  isOn: boolean;
  problem: string | null;
  change: (isWanted: boolean) => Promise<void>;
}

/** Flags on the site she is on; null unless she chooses the sites herself. */
export function useSiteFlags(site: string | null): SiteFlags | null {
  const { client, allowSite } = usePanel();
  const [settings, setSettings] = useState<FlagSettings | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (site !== null) void client.flags().then((reply) => reply.ok && setSettings(reply.value));
  }, [client, site]);
  if (site === null || settings?.mode !== 'chosen') return null;

  const change = async (isWanted: boolean) => {
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
  return { site, isOn: settings.sites.includes(site), problem, change };
}
