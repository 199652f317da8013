import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useFocusHome } from '../hooks/use-focus-home';
import type { FormId } from './drafts';

const openerOf = (form: FormId): string => `[data-opens="${CSS.escape(form)}"]`;

/**
 * Where the keyboard goes on once a form or a card is gone: to what opened the form, unless told
 * otherwise.
 */
export function useFormHome(room: RefObject<HTMLElement | null>, form: FormId | null) {
  const home = useRef(openerOf('new-octeth'));
  useLayoutEffect(() => {
    if (form) home.current = openerOf(form);
  }, [form]);
  useFocusHome(room, (element) => element.querySelector<HTMLElement>(home.current));
  return {
    toAccount: (id: string) => void (home.current = `[data-account="${CSS.escape(id)}"] h3`),
    toAdding: () => void (home.current = openerOf('new-octeth')),
  };
}
