/** The open shadow roots of a page. A custom element may grow one long after it was added. */

const ROOTS_CEILING = 500;
const HOSTS_CEILING = 2_000;

export interface ShadowRoots {
  consider(element: Element): void;
  /** Looks again at the elements that had no root yet. */
  reconsider(): void;
  all(): Iterable<ShadowRoot>;
}

export function createShadowRoots(onRoot: (root: ShadowRoot) => void): ShadowRoots {
  const roots = new Set<ShadowRoot>();
  const hosts = new Set<Element>();

  const consider = (host: Element): void => {
    const root = host.shadowRoot;
    if (!root) {
      if (hosts.size < HOSTS_CEILING) hosts.add(host);
    } else if (!roots.has(root) && roots.size < ROOTS_CEILING) {
      roots.add(root);
      onRoot(root);
    }
  };
  return {
    consider,
    reconsider() {
      for (const host of hosts) {
        if (host.shadowRoot || !host.isConnected) hosts.delete(host);
        if (host.isConnected) consider(host);
      }
      for (const root of roots) if (!root.isConnected) roots.delete(root);
    },
    all: () => roots,
  };
}
