import { FailureError } from '../failure';

/** A page of a hundred contacts is a tenth of this; what is larger is not for us. */
export const MAX_REPLY_BYTES = 4 * 1024 * 1024;

/** An export of half a million addresses; more than that no page could be handed. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** The reply's text, byte for byte what came; a reply beyond the limit is left unread. */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  // A mark at the head of a file is part of it: spreadsheets go by it.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
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

const FILE_TYPES = /^\s*(?:text\/csv|application\/(?:csv|octet-stream))/i;

/** An answer about a file is an object; a list, or text that is none of that, can only be the file. */
export const isFile = ({ headers }: Response, text: string): boolean => {
  const type = headers.get('content-type') ?? '';
  if (FILE_TYPES.test(type)) return true;
  if (/^\s*attachment/i.test(headers.get('content-disposition') ?? '')) return true;
  return /^\s*\[/.test(text) || (/^\s*text\/plain/i.test(type) && !/^\s*(?:\{|$)/.test(text));
};

export const startsLikeHtml = (text: string): boolean => /^\s*</.test(text);
export const startsLikeJson = (text: string): boolean => /^\s*[[{]/.test(text);
