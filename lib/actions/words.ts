import { type Failure, FailureError } from '../failure';

/** `bad-input` is the failure that says: nothing was sent, and here is why. */
export const refusedBecause = (reason: string): Failure => ({
  kind: 'bad-input',
  field: 'intent',
  reason,
});

export const refusal = (reason: string): FailureError => new FailureError(refusedBecause(reason));

export const NOT_SEARCHED: Failure = {
  kind: 'bad-input',
  field: 'place',
  reason: 'That list is not searched: choose it in the options first',
};

export const TOO_OLD =
  'This waited for more than a day, so it was not sent; do it again if it still should be done.';
export const CHANGED =
  'How the person stands has changed since you agreed, so it was not sent; look and decide again.';
export const REPLACED = 'What was done later replaced this, so it was not sent.';
export const REMOVED = 'The account was removed while this was waiting, so it was not sent.';
export const LOAD_LOST =
  'The browser put the extension to sleep before this was sent, so nothing was imported; choose the file again, or where else the people come from.';
export const MOVED =
  'Under this person’s number there is another address by now: it was changed, or it is somebody else’s. Look the person up again.';
export const PAUSED = 'This account is paused; continue it in the options first.';
export const NOT_DONE = 'This was not done, so there is nothing to take back.';
export const WAS_SO =
  'It was so already and nothing was changed, so there is nothing to take back.';
export const NOT_ONLY_OURS =
  'There is more than one enrolment by now, and which of them was made here is not told; so nothing was taken back. Look which to remove in Systeme.io.';
export const TAKEN_BACK = 'This has been taken back already, or is being taken back right now.';
export const NO_RECEIPT = 'Nothing is known of this any more.';
