import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useCard } from '../people/card';
import { Button } from '../ui/Button';
import { NotDone } from './NotDone';
import type { Sending } from './use-sending';
import './deed-form.css';

interface DeedFormProps {
  /** Names the form and stands above it. */
  title: string;
  /** The word on the button that does it; without it there are other answers, or none. */
  submit?: string;
  answers?: ComponentChildren;
  /** It takes something away. */
  isDanger?: boolean;
  /** Nothing can be sent yet; the button stays where it is. */
  isOff?: boolean;
  cancel?: string;
  /** Where it stays until all that was sent is done. */
  sending?: Sending;
  onSubmit?: () => void;
  children: ComponentChildren;
}

/** The frame of whatever is done to a person: what is asked, and the two answers. */
export function DeedForm(props: DeedFormProps) {
  const { title, submit, isDanger, isOff, cancel = 'Cancel', answers, children } = props;
  const { sending, onSubmit } = props;
  const id = useId();
  const form = useFormFocus(submit ? 'input, select, textarea' : 'button');
  const { setHalf } = useCard();
  const showWrong = useWrongField(form);
  const handleSubmit = (event: Event) => {
    event.preventDefault();
    if (isOff || sending?.isBusy) return;
    onSubmit?.();
    showWrong();
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
        {answers}
        {submit && (
          <Button
            type="submit"
            kind={isDanger ? 'danger' : 'primary'}
            size="small"
            off={isOff ?? false}
            busy={sending?.isBusy ?? false}
          >
            {submit}
          </Button>
        )}
        <Button size="small" onClick={() => setHalf(null)}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}

/** Once what is wrong has been drawn, the first of it has the focus, and its words are in sight. */
function useWrongField(form: RefObject<HTMLFormElement | null>): () => void {
  const [tries, setTries] = useState(0);
  useLayoutEffect(() => {
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (tries === 0 || !field) return;
    field.focus({ preventScroll: true });
    field.closest('.field')?.scrollIntoView({ block: 'nearest' });
  }, [tries, form]);
  return () => setTries((old) => old + 1);
}

/**
 * The first field takes the focus, or the first answer of several; where it has yet to come, the form
 * holds it meanwhile, and waits no longer once she has put it elsewhere.
 */
function useFormFocus(first: string) {
  const form = useRef<HTMLFormElement>(null);
  const { mayTakeFocus } = useCard();
  const isWaiting = useRef(mayTakeFocus());
  const isBegun = useRef(false);
  useLayoutEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);
  useLayoutEffect(() => {
    const element = form.current;
    if (!isWaiting.current || !element) return;
    const field = element.querySelector<HTMLElement>(first);
    const holder = document.activeElement;
    const isElsewhere = isBegun.current && holder !== document.body;
    const isFree = holder === element || !(isElsewhere || element.contains(holder));
    isBegun.current = true;
    isWaiting.current = field === null && isFree;
    if (isFree) (field ?? element).focus();
  });
  return form;
}
