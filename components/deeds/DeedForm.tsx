import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useCard } from '../people/card';
import { Button } from '../ui/Button';
import { NotDone } from './NotDone';
import type { Sending } from './use-sending';
import './deed-form.css';

interface DeedFormProps {
  /** Names the form and stands above it. */
  title: string;
  /** The word on the button that does it. */
  submit: string;
  /** It takes something away. */
  isDanger?: boolean;
  /** Nothing can be sent yet; the button stays where it is. */
  isOff?: boolean;
  cancel?: string;
  /** Where it stays until all that was sent is done. */
  sending?: Sending;
  onSubmit: () => void;
  children: ComponentChildren;
}

/** The frame of whatever is done to a person: what is asked, and the two answers. */
export function DeedForm(props: DeedFormProps) {
  const { title, submit, isDanger, isOff, cancel = 'Cancel', children } = props;
  const { sending, onSubmit } = props;
  const id = useId();
  const form = useFormFocus();
  const { setHalf } = useCard();
  const handleSubmit = (event: Event) => {
    event.preventDefault();
    if (!isOff && !sending?.isBusy) onSubmit();
  };
  return (
    <form
      ref={form}
      class="deed"
      aria-labelledby={id}
      tabIndex={-1}
      noValidate
      onSubmit={handleSubmit}
    >
      <h3 id={id} dir="auto">
        {title}
      </h3>
      {children}
      {sending && <NotDone sending={sending} />}
      <div class="deed-answers">
        <Button
          type="submit"
          kind={isDanger ? 'danger' : 'primary'}
          size="small"
          off={isOff ?? false}
          busy={sending?.isBusy ?? false}
        >
          {submit}
        </Button>
        <Button size="small" onClick={() => setHalf(null)}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}

/**
 * The first field takes the focus; where it has yet to come, the form holds it meanwhile, and waits
 * no longer once she has put it elsewhere.
 */
function useFormFocus() {
  const form = useRef<HTMLFormElement>(null);
  const { mayTakeFocus } = useCard();
  const isWaiting = useRef(mayTakeFocus());
  useLayoutEffect(() => {
    const element = form.current;
    element?.scrollIntoView({ block: 'nearest' });
    if (isWaiting.current && !element?.contains(document.activeElement)) element?.focus();
  }, []);
  useLayoutEffect(() => {
    const element = form.current;
    if (!isWaiting.current || !element) return;
    const field = element.querySelector<HTMLElement>('input, select, textarea');
    const holder = document.activeElement;
    const isFree = holder === element || holder === document.body;
    isWaiting.current = field === null && isFree;
    if (isFree) (field ?? element).focus();
  });
  return form;
}
