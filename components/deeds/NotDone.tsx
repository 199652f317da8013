import { ToneMark } from '../ui/ToneMark';
import type { Sending } from './use-sending';
import './deed-form.css';

/** Why a form is still open although it was sent. */
export function NotDone({ sending }: { sending: Sending }) {
  return (
    <>
      {sending.words.map((words) => (
        <p key={words} class="deed-refused" dir="auto">
          <ToneMark tone="stop" />
          <span>
            <b>{words.title}.</b> {words.message}
          </span>
        </p>
      ))}
    </>
  );
}
