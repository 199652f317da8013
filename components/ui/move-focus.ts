/** Arrow keys walk a list; up from its first leads to what is above, where there is something. */
export function moveFocus(
  event: KeyboardEvent,
  list: HTMLElement | null,
  above: HTMLElement | null = null,
): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !list) return;
  event.preventDefault();
  const buttons = [...list.querySelectorAll<HTMLElement>('.line-button')];
  const at = buttons.findIndex((button) => button === document.activeElement) + step;
  const next = at < 0 ? (above ?? buttons[0]) : buttons[Math.min(at, buttons.length - 1)];
  next?.focus();
}
