import { useEffect, useRef, useState } from 'preact/hooks';
import { type EmailAddress, PROBLEM_WORDS, parseAddress } from '@/lib/people/address';

/** A whole address is looked up without Enter once she stops typing. */
const PAUSE_MS = 450;

export interface Refused {
  words: string;
  /** Several addresses were pasted: one of them can be chosen. */
  found: EmailAddress[];
}

interface Options {
  shown: EmailAddress | null;
  onAddress: (address: EmailAddress) => void;
}

/** Reads what is typed: at once on Enter and on pasting, else after a pause, and then silently. */
export function useSearch({ shown, onAddress }: Options) {
  const [refused, setRefused] = useState<Refused | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(shown);
  latest.current = shown;
  useEffect(() => () => clearTimeout(timer.current), []);

  const forget = () => {
    clearTimeout(timer.current);
    setRefused(null);
  };
  const ask = (text: string) => {
    forget();
    const parsed = parseAddress(text);
    if (parsed.ok) onAddress(parsed.address);
    else setRefused({ words: PROBLEM_WORDS[parsed.problem], found: parsed.found });
  };
  const askLater = (text: string) => {
    forget();
    timer.current = setTimeout(() => {
      const parsed = parseAddress(text);
      if (parsed.ok && parsed.address !== latest.current) onAddress(parsed.address);
    }, PAUSE_MS);
  };
  return { refused, ask, askLater, forget };
}
