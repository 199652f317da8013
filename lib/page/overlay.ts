/**
 * The one element we add to a page, and its closed root. It is a plain `div`, never a custom
 * name: a page could define that name, and `attachInternals()` would hand it our root.
 */
import css from './marks.css?inline';

/** How often a page may take our element away before it is left alone. */
const RETURNS_CEILING = 20;

export interface Stroke {
  look: string;
  /** Its place, counted from the overlay's own corner. */
  place: string;
  /** Over the page's dialogs. */
  isTop: boolean;
}

export interface Corner {
  left: number;
  top: number;
  /** By which the page's own style (`zoom`) multiplies every length of ours. */
  zoom: number;
}

export interface Overlay {
  /** Where the overlay's corner is in the viewport; null where the page will not have us. */
  corner(): Corner | null;
  draw(strokes: readonly Stroke[]): void;
}

export function createOverlay(signal: AbortSignal): Overlay {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  const marks = document.createElement('b');
  const topMarks = document.createElement('b');
  let returns = 0;
  let drawn = '';
  style.textContent = css;
  topMarks.popover = 'manual';
  root.append(style, marks, topMarks);
  signal.addEventListener('abort', () => host.remove());

  return {
    corner() {
      if (signal.aborted) return null;
      if (host.parentNode !== document.documentElement) {
        if ((returns += 1) > RETURNS_CEILING) return null;
        document.documentElement.append(host);
        drawn = '';
      }
      const { left, top } = host.getBoundingClientRect();
      return { left, top, zoom: host.currentCSSZoom };
    },
    draw(strokes) {
      const wanted = JSON.stringify(strokes);
      if (wanted !== drawn) {
        drawn = wanted;
        const [below, top] = [false, true].map((isTop) =>
          strokes.filter((stroke) => stroke.isTop === isTop).map(markOf),
        ) as [HTMLElement[], HTMLElement[]]; // as many as went in
        marks.replaceChildren(...below);
        topMarks.replaceChildren(...top);
      }
      // The top layer stacks by who came last: a dialog opened since would lie over our marks.
      topMarks.togglePopover(false);
      topMarks.togglePopover(topMarks.hasChildNodes());
    },
  };
}

function markOf({ look, place }: Stroke): HTMLElement {
  const mark = document.createElement('i');
  mark.className = look;
  mark.style.cssText = place;
  return mark;
}
