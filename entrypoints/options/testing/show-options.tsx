/** The options page over a background that gives scripted answers, for tests. */
import { render } from 'preact';
import { afterEach, beforeEach } from 'vitest';
import type { Powers } from '@/components/accounts/powers';
import { OptionsPage } from '../OptionsPage';

let root: HTMLElement | null = null;

/** Each test begins with no page, at this hash, and leaves nothing behind. */
export function useOptionsPage(hash = ''): void {
  beforeEach(() => void (location.hash = hash));
  afterEach(() => {
    closeOptions();
    document.body.replaceChildren();
    location.hash = '';
  });
}

export function showOptions(powers: Powers): void {
  root = document.body.appendChild(document.createElement('div'));
  render(<OptionsPage powers={powers} />, root);
}

export function closeOptions(): void {
  if (root) render(null, root);
}
