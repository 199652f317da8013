import { FailureError } from '../failure';

/** A page of a hundred contacts is a tenth of this; what is larger is not for us. */
export const MAX_REPLY_BYTES = 4 * 1024 * 1024;

/** An export of half a million addresses; more than that no page could be handed. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** The reply's text; a reply beyond the limit is left unread. */
export async function readText(
  response: Response,
  maxBytes: number = MAX_REPLY_BYTES,
): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return pieces.join('') + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      void reader.cancel().catch(() => undefined);
      throw new FailureError({
        kind: 'changed-shape',
        where: 'the reply',
        expected: `at most ${maxBytes / 1024 / 1024} MB`,
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

/** CSV is one by its type; JSON only where the server says that it is to be saved. */
export const isFile = (response: Response): boolean =>
  /^\s*(?:text\/csv|application\/(?:csv|octet-stream))/i.test(
    response.headers.get('content-type') ?? '',
  ) || /^\s*attachment/i.test(response.headers.get('content-disposition') ?? '');

export const startsLikeHtml = (text: string): boolean => /^\s*</.test(text);
