import { FailureError } from '../failure';

/** A page of a hundred contacts is a tenth of this; what is larger is not for us. */
export const MAX_REPLY_BYTES = 4 * 1024 * 1024;

/** The reply's text; a reply beyond the limit is left unread. */
export async function readText(response: Response): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return pieces.join('') + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_REPLY_BYTES) {
      void reader.cancel().catch(() => undefined);
      throw new FailureError({
        kind: 'changed-shape',
        where: 'the reply',
        expected: `at most ${MAX_REPLY_BYTES / 1024 / 1024} MB`,
      });
    }
    pieces.push(decoder.decode(value, { stream: true }));
  }
}

/** Abandons a reply that nobody will read, so that its connection is free again. */
export function discard(response: Response): void {
  void response.body?.cancel().catch(() => undefined);
}

export const isHtmlType = (response: Response): boolean =>
  /^\s*(?:text\/html|application\/xhtml)/i.test(response.headers.get('content-type') ?? '');

export const startsLikeHtml = (text: string): boolean => /^\s*</.test(text);
