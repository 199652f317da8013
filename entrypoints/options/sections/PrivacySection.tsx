import { hostsOf } from '@/components/accounts/hosts';
import type { Account } from '@/lib/people/account';
import { Section } from './Section';

export function PrivacySection({ accounts }: { accounts: Account[] }) {
  const hosts = [...new Set(accounts.flatMap(hostsOf).map(({ host }) => host))];
  return (
    <Section
      id="privacy"
      title="Privacy"
      lead="Addressee talks to these servers and to no other. It counts nothing, reports nothing, and keeps what it knows in this browser. It does not run in private windows."
    >
      {hosts.length === 0 ? (
        <p class="soft">No server yet: nothing is sent anywhere.</p>
      ) : (
        <ul class="rows">
          {hosts.map((host) => (
            <li key={host}>{host}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
