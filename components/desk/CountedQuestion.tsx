import type { IntentOf } from '@/lib/people/intent';
import type { Client } from '../accounts/powers';
import { Button } from '../ui/Button';
import { Spinner } from '../ui/Spinner';
import { sayCounting } from './count-words';
import { DeskQuestion } from './DeskQuestion';
import type { Asked, DeskActing } from './use-desk-acting';
import { useTagCount } from './use-tag-count';

interface CountedQuestionProps {
  asked: Asked;
  intent: IntentOf<'delete-tag'>;
  acting: DeskActing;
  client: Client;
}

const BUTTONS = {
  counting: 'Stop counting',
  stopped: 'Go on counting',
  failed: 'Try again',
  counted: '',
};

/** Law 8: of a tag that nobody has counted, whom it is taken from is counted while she reads. */
export function CountedQuestion({ asked, intent, acting, client }: CountedQuestionProps) {
  const { counting, stop, goOn } = useTagCount(client, intent);
  const isCounting = counting.state === 'counting';
  const people = counting.state === 'counted' ? (counting.soFar?.people ?? null) : null;
  const words = sayCounting(counting, intent.desk.account.name);
  const concerns = asked.concerns.map((concern) =>
    concern.kind === 'type-name' ? { ...concern, people } : concern,
  );
  return (
    <DeskQuestion
      asked={{ ...asked, intent: { ...intent, people }, concerns }}
      acting={acting}
      isWaiting={isCounting}
    >
      {words !== '' && (
        <p aria-live={isCounting ? 'off' : 'polite'}>
          {isCounting && <Spinner inText />} {words}{' '}
          <Button size="small" onClick={isCounting ? stop : goOn}>
            {BUTTONS[counting.state]}
          </Button>
        </p>
      )}
    </DeskQuestion>
  );
}
