import type { EmailAddress } from '@/lib/people/address';

/** The page in front, as the popup may ask it; handed in by the entrypoint, read when wanted. */
export interface ThisPage {
  read(): Promise<PageReading>;
  /** Scrolls to it there; this window goes out of the way. */
  show(address: EmailAddress): Promise<void>;
  copy(text: string): Promise<void>;
}

/** `closed`: no extension may look into it. `off`: no frame of it is flagged. */
export type PageReading =
  | { state: 'closed' | 'off' }
  | {
      state: 'read';
      addresses: EmailAddress[];
      /** How many frames hold some. */
      frames: number;
      /** There are more on the page than were read. */
      isCut: boolean;
      /** The host alone; null where the page has none. */
      site: string | null;
    };
