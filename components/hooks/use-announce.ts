import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Says something to a screen reader, politely; the screen that draws the live region provides it. */
export const AnnounceContext = createContext<(words: string) => void>(() => {});

export const useAnnounce = (): ((words: string) => void) => useContext(AnnounceContext);
