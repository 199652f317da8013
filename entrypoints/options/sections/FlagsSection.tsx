import { hostsOf } from '@/components/accounts/hosts';
import type { Powers } from '@/components/accounts/powers';
import { SavedLine } from '@/components/accounts/SavedLine';
import { Unanswered } from '@/components/accounts/Unanswered';
import type { AccountsView } from '@/components/accounts/use-accounts';
import { Choice } from '@/components/ui/Choice';
import type { FlagMode } from '@/lib/messaging/protocol';
import { ChosenSites } from './ChosenSites';
import { MarkLegend } from './MarkLegend';
import { Section } from './Section';
import { useFlags } from './use-flags';

const MODES: { value: FlagMode; label: string; hint: string }[] = [
  { value: 'everywhere', label: 'On every site', hint: 'Your browser asks you once.' },
  {
    value: 'chosen',
    label: 'On sites I choose',
    hint: 'Below, or in the popup on the site itself.',
  },
  { value: 'off', label: 'Off', hint: 'No page is touched.' },
];

interface FlagsSectionProps {
  powers: Powers;
  view: AccountsView;
}

export function FlagsSection({ powers, view }: FlagsSectionProps) {
  const hosts = view.is === 'there' ? view.value.accounts.flatMap(hostsOf) : null;
  const flags = useFlags(powers, hosts && hosts.map(({ pattern }) => pattern));
  const { asked } = flags;
  return (
    <Section
      id="flags"
      title="Flags"
      lead="Marks every address on a page with how that person stands, as far as this browser knows. Rest on one, and your own accounts are asked about that one address; nothing else of a page leaves your browser, and the page cannot see the marks."
    >
      {asked.is === 'there' ? (
        <>
          <Choice
            label="Flag addresses"
            options={MODES}
            value={flags.chosen ?? asked.value.mode}
            onChange={(mode) => void flags.choose(asked.value, mode)}
          />
          {asked.value.mode === 'chosen' && (
            <ChosenSites
              sites={asked.value.sites}
              powers={powers}
              onAdd={(site) => flags.addSite(asked.value, site)}
              onRemove={(origin) => void flags.removeSite(asked.value, origin)}
            />
          )}
        </>
      ) : (
        <Unanswered asked={asked} onRetry={() => void flags.reload()} />
      )}
      <SavedLine saying={flags.saying} />
      <MarkLegend />
    </Section>
  );
}
