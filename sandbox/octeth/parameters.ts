import type { Received } from '../received.ts';

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** What a caller sent: keys in any case, values as PHP sees them. */
export interface Parameters {
  /** The key is there, even if its value is empty. */
  has(name: string): boolean;
  /** The key is there with something in it; PHP's `empty` calls `0` nothing too. */
  filled(name: string): boolean;
  raw(name: string): unknown;
  text(name: string): string;
  /** A positive whole number, sent as a number or as its digits. */
  id(name: string): number | undefined;
  flag(name: string, otherwise: boolean): boolean;
  /** `{ "1": "x" }`, `{ CustomField1: "x" }` or `Fields[CustomField1]=x`, keys lower-cased. */
  entries(name: string): [string, string][];
}

export class UnreadableBody extends Error {}

/** From the query, then from the body if it is of a kind PHP reads: form, multipart, JSON. */
export async function readParameters(request: Received): Promise<Parameters> {
  const values: Record<string, Value> = {};
  for (const [key, value] of request.query) place(values, key, value);
  if (request.contentType === 'application/json') {
    Object.assign(values, lowered(parseObject(request.body)));
  } else if (request.contentType === 'application/x-www-form-urlencoded') {
    for (const [key, value] of new URLSearchParams(request.body)) place(values, key, value);
  } else if (request.contentType === 'multipart/form-data') {
    for (const [key, value] of await readForm(request)) place(values, key, value);
  }
  return parametersOf(values);
}

export function parametersOf(values: Record<string, Value>): Parameters {
  const raw = (name: string): Value | undefined => values[name.toLowerCase()];
  const text = (name: string) => {
    const value = raw(name);
    return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
  };
  return {
    raw,
    text,
    has: (name) => raw(name) !== undefined,
    filled(name) {
      const value = raw(name);
      if (value === undefined || value === null || value === false) return false;
      if (typeof value === 'object') return Object.keys(value).length > 0;
      return value !== '' && value !== 0 && value !== '0';
    },
    id: (name) => (/^[1-9]\d*$/.test(text(name)) ? Number(text(name)) : undefined),
    flag(name, otherwise) {
      const value = text(name).toLowerCase();
      if (value === '') return otherwise;
      return ['true', '1', 'yes', 'on'].includes(value);
    },
    entries(name) {
      const value = raw(name);
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).map(([key, field]) => [key, String(field)]);
    },
  };
}

/** The fields of a multipart body; a broken one has none, as in PHP. */
async function readForm({ bytes, headers }: Received): Promise<[string, string][]> {
  try {
    const type = { 'Content-Type': headers['content-type'] ?? '' };
    const form = await new Response(new Uint8Array(bytes), { headers: type }).formData();
    return [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
  } catch {
    return [];
  }
}

function parseObject(body: string): Record<string, Value> {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return parsed as Record<string, Value>;
    }
  } catch {
    // Said once, below, for whatever is not a JSON object.
  }
  throw new UnreadableBody('The request body was not valid JSON');
}

/** Octeth lower-cases every request key, those of nested objects too. */
function lowered(values: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key.toLowerCase(),
      typeof value === 'object' && value !== null && !Array.isArray(value) ? lowered(value) : value,
    ]),
  );
}

/** PHP's bracket names: `Fields[CustomField1]=x` and `TagID[]=4`. */
function place(values: Record<string, Value>, key: string, value: string): void {
  const [, name, inner] = /^([^[]+)(?:\[([^\]]*)\])?/.exec(key.toLowerCase()) ?? [];
  if (name === undefined) return;
  if (inner === undefined) {
    values[name] = value;
  } else if (inner === '') {
    const list = Array.isArray(values[name]) ? values[name] : [];
    values[name] = [...list, value];
  } else {
    const held = values[name];
    const map = typeof held === 'object' && held !== null && !Array.isArray(held) ? held : {};
    values[name] = { ...map, [inner]: value };
  }
}
