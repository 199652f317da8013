import { useState } from 'preact/hooks';
import type { Agreed } from '@/lib/people/concern';
import type { Intent } from '@/lib/people/intent';

type Act = (intent: Intent, agreed?: Agreed) => Promise<void>;

/** Acts, and tells what is being done meanwhile: servers may take seconds. */
export function useDoing(act: Act): { doing: Intent[]; act: Act } {
  const [doing, setDoing] = useState<Intent[]>([]);
  return {
    doing,
    async act(intent, agreed) {
      setDoing((old) => [...old, intent]);
      await act(intent, agreed);
      setDoing((old) => old.filter((other) => other !== intent));
    },
  };
}
