import type { CDPSession, Page } from '@playwright/test';

/** A world of its own in a page, as a content script has: the same tree, none of the page's script. */
export interface World {
  run<Value>(expression: string): Promise<Value>;
  session: CDPSession;
}

/** What our scripts are called in a trace. */
export const OURS = 'addressee-bench.js';

export async function openWorld(page: Page, script = ''): Promise<World> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'bench',
  });
  const run = async <Value>(expression: string): Promise<Value> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `${expression}\n//# sourceURL=${OURS}`,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'It threw');
    return result.value as Value; // as the expression says
  };
  if (script) await run(`${script};0`);
  return { run, session };
}
