import { useState } from 'preact/hooks';
import type { Result } from '@/lib/failure';
import type { Tone } from '@/lib/people/standing';
import { sayHere } from './say-here';

export interface Saying {
  tone: Tone;
  words: string;
}

/** Sends small changes and keeps what is to be said of the last one. */
export function useSaving() {
  const [saying, say] = useState<Saying | null>(null);
  const [isSaving, setSaving] = useState(false);
  const save = async (sending: Promise<Result<unknown>>, saved: string): Promise<boolean> => {
    setSaving(true);
    const reply = await sending;
    setSaving(false);
    say(
      reply.ok
        ? { tone: 'good', words: saved }
        : { tone: 'stop', words: `Not saved. ${sayHere(reply.failure)}` },
    );
    return reply.ok;
  };
  return { saying, say, isSaving, save };
}
