/** What of a page's texts is there to be read: not what is never shown, not what is being typed. */
import { bare } from './bare';
import type { Found } from './finder';
import { isCutOut, standsAlone } from './glue';

/** Never looked into. */
const SKIPPED =
  'script,style,noscript,template,textarea,select,title,[contenteditable]:not([contenteditable="false" i])';
/** The same for the text right in an element: those that hold nothing but text go by their name. */
const SILENT: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'title',
  'option',
]);
const HOLDING = 'select,[contenteditable]:not([contenteditable="false" i])';

export const isSkipped = (element: Element): boolean => bare(element).closest(SKIPPED) !== null;

/** Whether a text is held back by something around it that may hold many. */
export const isHeldBack = ({ parentElement }: Text): boolean =>
  parentElement !== null && bare(parentElement).closest(HOLDING) !== null;

/** What of the addresses found in a text is shown, and is no part of a longer one (law 1). */
export function shownIn(text: Text, found: readonly Found[]): readonly Found[] {
  const parent = text.parentElement;
  if (!parent) return found.filter((each) => !isCutOut(text, each));
  const asked = bare(parent);
  if (SILENT.has(asked.localName.toLowerCase()) || asked.closest(HOLDING)) return [];
  return standsAlone(text, parent) ? found : found.filter((each) => !isCutOut(text, each));
}
