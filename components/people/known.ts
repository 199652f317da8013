import { createContext } from 'preact';
import type { Findings } from '@/lib/people/findings';

/** What every account has answered so far: one form may fill in what another account knows. */
export const KnownContext = createContext<readonly Findings[]>([]);
