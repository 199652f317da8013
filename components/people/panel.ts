import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ThisPage } from '../page/this-page';
import type { Asking, PanelCalls } from '@/lib/messaging/protocol';

/** What a screen needs of the world around it; handed in by the entrypoint. */
export interface Panel {
  client: Asking<PanelCalls>;
  openOptions: () => void;
  /** Asks for this site's host permission; must be called in the click itself. */
  allowSite: (origin: string) => Promise<boolean>;
  /** Calls whenever there is news of a receipt; gives what ends that. */
  hearReceipts: (hear: () => void) => () => void;
  thisPage: () => Promise<ThisPage>;
}

export const PanelContext = createContext<Panel | null>(null);

export function usePanel(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('A panel component stands outside its PanelContext');
  return panel;
}
