import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { isTyped } from '@/lib/people/consent';
import { whomOf } from '@/lib/people/receipt-words';
import { useFirstFocus } from '../hooks/use-first-focus';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { ToneMark } from '../ui/ToneMark';
import { useCard } from './card';
import { questionOf } from './concern-words';
import type { HalfMade } from './half-made';
import './question.css';

export interface ConsentQuestionProps {
  half: Extract<HalfMade, { kind: 'question' }>;
}

/** A yes is deliberate: the question stands in the card and the focus waits on Cancel (law 6). */
export function ConsentQuestion({ half }: ConsentQuestionProps) {
  const id = useId();
  const room = useRef<HTMLDivElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const { setHalf, acting, mayTakeFocus } = useCard();
  const { intent, concerns, typed } = half;
  const question = questionOf(intent, concerns);
  const { toType } = question;
  const isMeant = toType === null || isTyped({ name: toType }, typed);
  useFirstFocus(cancel, toType === null && mayTakeFocus());
  useLayoutEffect(() => room.current?.scrollIntoView({ block: 'nearest' }), []);

  const handleYes = () => {
    if (!isMeant) return;
    setHalf(null);
    const agreed = concerns.map((concern) =>
      concern.kind === 'type-name' ? { ...concern, typed } : concern,
    );
    void acting.act(intent, agreed);
  };
  return (
    <div
      ref={room}
      class="question"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-why`}
    >
      <ToneMark tone="warn" />
      <div class="question-words">
        <h3 id={`${id}-title`} dir="auto">
          {question.title}
        </h3>
        <div id={`${id}-why`}>
          <p class="question-where" dir="auto">
            {whomOf(intent)}
          </p>
          {question.reasons.map((reason) => (
            <p key={reason} dir="auto">
              {reason}
            </p>
          ))}
        </div>
        {toType !== null && (
          <Field
            label={`Type ${toType} to confirm`}
            takesFocus={mayTakeFocus()}
            value={typed}
            onInput={(text) => setHalf({ ...half, typed: text })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing) return;
              event.preventDefault(); // or the button that has the focus next is pressed by it
              handleYes();
            }}
          />
        )}
        <div class="question-answers">
          <Button ref={cancel} size="small" onClick={() => setHalf(null)}>
            Cancel
          </Button>
          <Button
            kind="danger"
            size="small"
            off={!isMeant}
            // The second half of a double click was meant for the question before this one.
            onClick={({ detail }) => detail < 2 && handleYes()}
          >
            {question.yes}
          </Button>
        </div>
      </div>
    </div>
  );
}
