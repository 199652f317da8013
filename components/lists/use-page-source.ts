import { useMemo, useState } from 'preact/hooks';
import { MARK_WORDS } from '@/lib/people/mark-words';
import type { MarkKind } from '@/lib/people/mark';
import { countKinds } from '../page/page-rows';
import type { Handed } from './use-handed-on';
import type { Wanted } from './wanted';

/** Law 6: who is to get no mail comes along only where somebody says so. */
const HELD_BACK: readonly MarkKind[] = ['stop', 'attention', 'pending'];
/** And whoever may be such a one: with the directory off, that is everybody. */
const UNTICKED: readonly MarkKind[] = [...HELD_BACK, 'unknown'];

/** The addresses of a page, and which of them are meant. */
export function usePageSource(handed: Handed | null) {
  const rows = handed?.handedOn.rows ?? [];
  const kinds = countKinds(rows);
  const [ticked, setTicked] = useState<string[] | null>(null);
  const values = ticked ?? kinds.map(({ kind }) => kind).filter((kind) => !UNTICKED.includes(kind));
  const meant = rows.filter(({ kind }) => values.includes(kind));
  const chosen = values.join(' ');
  const loadId = useMemo(() => crypto.randomUUID(), [handed?.handedOn, chosen]);
  const wanted: Wanted | null =
    meant.length > 0
      ? {
          ...{ people: meant.length, loadId },
          load: { lines: meant.map(({ address }) => [address]), columns: ['address'] },
        }
      : null;
  return {
    ...{ meant, values, wanted, tick: setTicked },
    holdsBack: kinds.some(({ kind }) => HELD_BACK.includes(kind)),
    unknown: rows.filter(({ kind }) => kind === 'unknown').length,
    options: kinds.map(({ kind, count }) => ({
      value: kind,
      label: `${MARK_WORDS[kind]} (${count})`,
    })),
    forget: () => {
      setTicked(null);
      handed?.leave();
    },
  };
}

export type PageForm = ReturnType<typeof usePageSource>;
