/** The open shadow roots of a page. A custom element may grow one long after it was added. */

const ROOTS_CEILING = 500;
const HOSTS_CEILING = 2_000;
/** Hosts are many on some pages, and few of them ever get a root. */
const PAUSE_MS = 1_000;

export interface ShadowRoots {
  consider(element: Element): void;
  /**
   * Looks again at the elements that had no root yet. True where there is room again for what was
   * turned away: the page is worth another reading.
   */
  reconsider(): boolean;
  all(): Iterable<ShadowRoot>;
}

export function createShadowRoots(onRoot: (root: ShadowRoot) => void): ShadowRoots {
  const roots = new Set<ShadowRoot>();
  const hosts = new Set<Element>();
  let isFull = false;
  let lookedAt = -Infinity;

  const consider = (host: Element): void => {
    const root = host.shadowRoot;
    if (!root) {
      if (hosts.size < HOSTS_CEILING) hosts.add(host);
      else isFull = true;
    } else if (!roots.has(root)) {
      if (roots.size >= ROOTS_CEILING) isFull = true;
      else {
        roots.add(root);
        onRoot(root);
      }
    }
  };
  return {
    consider,
    reconsider() {
      if (performance.now() - lookedAt < PAUSE_MS) return false;
      lookedAt = performance.now();
      for (const host of hosts) {
        if (host.shadowRoot || !host.isConnected) hosts.delete(host);
        if (host.isConnected) consider(host);
      }
      for (const root of roots) if (!root.isConnected) roots.delete(root);
      const hasRoom = roots.size < ROOTS_CEILING / 2 && hosts.size < HOSTS_CEILING / 2;
      const isWorthwhile = isFull && hasRoom;
      if (isWorthwhile) isFull = false;
      return isWorthwhile;
    },
    all: () => roots,
  };
}
