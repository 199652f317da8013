/**
 * Stands in for the context that the build tool gives a content script (`wxt.config.ts`). Its own
 * announces itself on the page's document by an event, which a page can hear, and can send to end
 * our script; and it is a fifth of all we may put on a page. Here a script started twice in a
 * frame ends its forerunner unheard, in the world that only our scripts share.
 */
export class ContentScriptContext extends AbortController {
  constructor(script: string) {
    super();
    const world = globalThis as { [key: symbol]: AbortController | undefined }; // no type knows our symbol
    const key = Symbol.for(`addressee.${script}`);
    world[key]?.abort();
    world[key] = this;
  }
}
