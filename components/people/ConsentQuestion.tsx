import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { type Concern, type Intent, addressOf } from '@/lib/people/intent';
import { whereOf } from '@/lib/people/receipt-words';
import { useFirstFocus } from '../hooks/use-first-focus';
import { Button } from '../ui/Button';
import { ToneMark } from '../ui/ToneMark';
import { useCard } from './card';
import { questionOf } from './concern-words';
import './question.css';

interface ConsentQuestionProps {
  intent: Intent;
  concerns: Concern[];
}

/** A yes is deliberate: the question stands in the card and the focus waits on Cancel (law 6). */
export function ConsentQuestion({ intent, concerns }: ConsentQuestionProps) {
  const id = useId();
  const room = useRef<HTMLDivElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const { setHalf, acting, mayTakeFocus } = useCard();
  const question = questionOf(intent, concerns);
  useFirstFocus(cancel, mayTakeFocus());
  useLayoutEffect(() => room.current?.scrollIntoView({ block: 'nearest' }), []);

  const handleYes = () => {
    setHalf(null);
    void acting.act(intent, concerns);
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
            {addressOf(intent)} in {whereOf(intent)}
          </p>
          {question.reasons.map((reason) => (
            <p key={reason} dir="auto">
              {reason}
            </p>
          ))}
        </div>
        <div class="question-answers">
          <Button ref={cancel} size="small" onClick={() => setHalf(null)}>
            Cancel
          </Button>
          <Button kind="danger" size="small" onClick={handleYes}>
            {question.yes}
          </Button>
        </div>
      </div>
    </div>
  );
}
