import { AccountPage } from '@/components/accounts/AccountPage';
import { AccountsSection } from '@/components/accounts/AccountsSection';
import type { Powers } from '@/components/accounts/powers';
import { Unanswered } from '@/components/accounts/Unanswered';
import { useAccountPlace } from '@/components/accounts/use-account-place';
import { useAccounts } from '@/components/accounts/use-accounts';
import { FlagsSection } from './sections/FlagsSection';
import { KeyboardSection } from './sections/KeyboardSection';
import { KeysSection } from './sections/KeysSection';
import { MenuSection } from './sections/MenuSection';
import { PrivacySection } from './sections/PrivacySection';
import { Section } from './sections/Section';
import '@/components/ui/page.css';

const PARTS = [
  ['accounts', 'Accounts'],
  ['flags', 'Flags'],
  ['right-click', 'Right-click'],
  ['keys', 'Keys'],
  ['keyboard', 'Keyboard'],
  ['privacy', 'Privacy'],
] as const;

export function OptionsPage({ powers }: { powers: Powers }) {
  const { client } = powers;
  const { view, reload } = useAccounts(client);
  const accounts = view.is === 'there' ? view.value.accounts : [];
  const place = useAccountPlace();
  const isElsewhere = place !== null && view.is === 'there';
  return (
    <div class="page">
      <header class="page-head">
        <h1>Addressee</h1>
        <p>Know who is behind every email address.</p>
        <nav aria-label="Options">
          {PARTS.map(([id, title]) => (
            <a key={id} href={`#${id}`}>
              {title}
            </a>
          ))}
        </nav>
      </header>
      <main>
        {isElsewhere && <AccountPage {...{ place, accounts, powers }} onReload={reload} />}
        {/* Kept, not drawn: what was tested, typed and opened in them is there on coming back. */}
        <div hidden={isElsewhere}>
          <Section
            id="accounts"
            title="Accounts"
            lead="Where Addressee looks people up. Several of each kind are fine: every card names its account."
          >
            {view.is === 'there' ? (
              <AccountsSection state={view.value} powers={powers} onReload={reload} />
            ) : (
              <Unanswered asked={view} onRetry={() => void reload()} />
            )}
          </Section>
          <FlagsSection powers={powers} view={view} />
          <MenuSection powers={powers} />
          <KeysSection view={view} client={client} onReload={reload} />
          <KeyboardSection powers={powers} />
          <PrivacySection accounts={accounts} />
        </div>
      </main>
    </div>
  );
}
