import { useState } from 'preact/hooks';
import type { Client, Powers } from '@/components/accounts/powers';
import { useAsked } from '@/components/accounts/use-asked';
import { useSaving } from '@/components/accounts/use-saving';
import type { FlagMode, FlagSettings } from '@/lib/messaging/protocol';
import { EVERY_SITE, patternsOf } from '@/lib/people/site';

const askFlags = (client: Client) => client.flags();

const SAID: Record<FlagMode, string> = {
  everywhere: 'Addresses are flagged on every site.',
  chosen: 'Addresses are flagged on the sites you choose.',
  off: 'Flags are off. Every mark is gone, in open tabs too.',
};

/**
 * Where addresses are flagged. Hosts are asked for within the click; a no changes nothing.
 * `accountHosts` are needed besides, null while they are not known.
 */
export function useFlags(powers: Powers, accountHosts: string[] | null) {
  const { client } = powers;
  const { asked, reload, set } = useAsked(client, askFlags);
  const { saying, say, save } = useSaving();
  const [chosen, setChosen] = useState<FlagMode | null>(null);

  const keep = async (settings: FlagSettings, words: string) => {
    if (await save(client.setFlags(settings), words)) set(settings);
  };
  const keepIfAllowed = async (settings: FlagSettings, pattern: string, words: string) => {
    const isAllowed = await powers.askHosts([pattern]).catch(() => false);
    if (isAllowed) await keep(settings, words);
    else say({ tone: 'warn', words: 'Your browser was not allowed to, so nothing changed.' });
    return isAllowed;
  };
  /** Every site is given back for those that are needed. A no is told where each is listed. */
  const narrow = async (settings: FlagSettings) => {
    const sites = settings.mode === 'off' ? [] : patternsOf(settings.sites);
    const needed = [...new Set([...sites, ...(accountHosts ?? [])])];
    if (accountHosts && needed.length > 0) await powers.narrowHosts(needed).catch(() => false);
    await keep(settings, SAID[settings.mode]);
  };
  const choose = async (settings: FlagSettings, mode: FlagMode) => {
    const next = { ...settings, mode };
    const keeping =
      mode === 'everywhere' ? keepIfAllowed(next, EVERY_SITE, SAID[mode]) : narrow(next);
    setChosen(mode); // shown at once, and taken back should the answer be no
    await keeping;
    setChosen(null);
  };
  const addSite = (settings: FlagSettings, site: { origin: string; pattern: string }) => {
    const sites = [...settings.sites, site.origin];
    return keepIfAllowed({ ...settings, sites }, site.pattern, `${site.origin} is flagged.`);
  };
  const removeSite = (settings: FlagSettings, origin: string) => {
    const sites = settings.sites.filter((site) => site !== origin);
    return keep({ ...settings, sites }, `${origin} is no longer flagged.`);
  };
  return { asked, chosen, reload, saying, choose, addSite, removeSite };
}
