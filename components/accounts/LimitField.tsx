import { useState } from 'preact/hooks';
import { type Account, MATON_LIMIT, OCTETH_LIMIT } from '@/lib/people/account';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import type { Client } from './powers';
import { SavedLine } from './SavedLine';
import { useSaving } from './use-saving';

interface LimitFieldProps {
  account: Account;
  client: Client;
  onChanged: () => void;
}

const MOST_CALLS = 10_000;
const MOST_SECONDS = 3_600;

/** How many calls the account may make; the server's own limit unless somebody knows better. */
export function LimitField({ account, client, onChanged }: LimitFieldProps) {
  const [calls, setCalls] = useState(String(account.limit.calls));
  const [seconds, setSeconds] = useState(String(account.limit.seconds));
  const [problem, setProblem] = useState<string | null>(null);
  const { saying, save } = useSaving();
  const usual = account.system === 'octeth' ? OCTETH_LIMIT : MATON_LIMIT;
  const handleSave = async () => {
    const limit = { calls: wholeNumber(calls), seconds: wholeNumber(seconds) };
    const isFine = within(limit.calls, MOST_CALLS) && within(limit.seconds, MOST_SECONDS);
    setProblem(
      isFine
        ? null
        : `Two whole numbers: up to ${MOST_CALLS} calls, up to ${MOST_SECONDS} seconds.`,
    );
    if (!isFine) return;
    const words = `Saved: ${limit.calls} calls in ${limit.seconds} s.`;
    if (await save(client.setLimit({ accountId: account.id, limit }), words)) onChanged();
  };
  return (
    <form
      class="limit-field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void handleSave();
      }}
    >
      <Field
        label="Calls"
        value={calls}
        onInput={setCalls}
        error={problem}
        hint={`Usually ${usual.calls} in ${usual.seconds} s. Fewer leave room for other tools.`}
      />
      <Field label="Seconds" value={seconds} onInput={setSeconds} />
      <Button type="submit">Save limit</Button>
      <SavedLine saying={saying} />
    </form>
  );
}

const wholeNumber = (typed: string): number =>
  /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : 0;

const within = (number: number, most: number): boolean => number >= 1 && number <= most;
