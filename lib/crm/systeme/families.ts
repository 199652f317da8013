/** Which of Maton's host families answers. */
import { failureOf } from '../../failure';
import { send } from '../http';
import type { Transport } from '../http';

export interface MatonFamily {
  gateway: string;
  control: string;
}

/** Maton renamed its hosts on 2026-04-30; either family may be the one that answers. */
export const MATON_FAMILIES: readonly MatonFamily[] = [
  { gateway: 'https://gateway.maton.ai', control: 'https://ctrl.maton.ai' },
  { gateway: 'https://api.maton.ai', control: 'https://api.maton.ai' },
];

/**
 * The host family other than this one, if it answers. No key goes along: whoever refuses us for
 * lack of one is there.
 */
export async function answeringFamily(
  {
    gateway,
    control,
    families = MATON_FAMILIES,
  }: MatonFamily & { families?: readonly MatonFamily[] },
  transport: Transport = {},
): Promise<MatonFamily | null> {
  for (const family of families) {
    if (family.gateway === gateway && family.control === control) continue;
    if (await isThere(family, transport)) return family;
  }
  return null;
}

async function isThere({ control }: MatonFamily, transport: Transport): Promise<boolean> {
  const url = `${control}/connections?app=systeme&status=ACTIVE`;
  try {
    const { status } = await send(
      { url, method: 'GET', kind: 'read', windowSeconds: 1 },
      transport,
    );
    return status !== 404;
  } catch (error) {
    return failureOf(error, 'maton family').kind === 'busy';
  }
}
