import type { ComponentChildren } from 'preact';
import { ToneMark } from '@/components/ui/ToneMark';
import { sayFailure } from '@/lib/failure-words';
import type { CardAccount } from '@/lib/messaging/protocol';
import { SYSTEM_NAMES } from '@/lib/people/account';
import { standingWord, toneOf, type Tone } from '@/lib/people/standing';
import { Said } from './Said';

/** What one account knows of her, under the account's name (law 2). */
export function AccountFacts({ account }: { account: CardAccount }) {
  const { lines, tags } = account;
  const { name, system } = account.account;
  return (
    <dl class="account" aria-label={name}>
      <Row label={name} isName below={lines.length === 0 && <Nobody account={account} />}>
        <Said class="soft">{SYSTEM_NAMES[system]}</Said>
      </Row>
      {lines.map(({ place, standings }) => (
        <Row key={place?.id ?? ''} label={place?.name ?? 'Contact'}>
          {standings.map((standing) => (
            <Standing
              key={standing}
              tone={toneOf(standing)}
              words={standingWord(standing, system)}
            />
          ))}
        </Row>
      ))}
      {tags.length > 0 && (
        <Row label="Tags">
          <Said>{tags.join(', ')}</Said>
        </Row>
      )}
    </dl>
  );
}

interface RowProps {
  label: string;
  isName?: boolean;
  below?: ComponentChildren;
  children: ComponentChildren;
}

function Row({ label, isName, below, children }: RowProps) {
  return (
    <div class="row">
      <dt class={isName ? 'account-name' : 'soft'}>
        <Said>{label}</Said>
      </dt>
      <dd>{children}</dd>
      {below && <dd class="below">{below}</dd>}
    </div>
  );
}

function Standing({ tone, words }: { tone: Tone; words: string }) {
  return (
    <div class={`standing ${tone}`}>
      <ToneMark tone={tone} />
      <Said>{words}</Said>
    </div>
  );
}

function Nobody({ account }: { account: CardAccount }) {
  const { failure } = account;
  if (!failure) return <Standing tone="none" words={sayNobody(account)} />;
  // The account's name stands above it.
  const { what, next } = sayFailure(failure);
  return (
    <>
      <Standing tone="warn" words={what} />
      {next && <Said class="soft">{next}</Said>}
    </>
  );
}

/** Never more than was searched (law 3). */
function sayNobody({ answer }: CardAccount): string {
  if (answer === 'asking') return 'Asking…';
  if (answer === 'searching') return 'Not among those searched so far';
  if (answer === 'incomplete') return 'Not found where it could be asked; part of it failed';
  return answer === 'absent' ? 'Not found' : 'Found, without details';
}
