/** A click in the right-click menu: who is meant, in which account, and what comes of it. */
import type { Tabs } from '@/lib/browser';
import { failureOf } from '@/lib/failure';
import { sayWhole } from '@/lib/failure-words';
import { lackedBy } from '@/lib/people/ability';
import { sayLackingIn } from '@/lib/people/ability-words';
import type { AccountRef } from '@/lib/people/account';
import type { EmailAddress } from '@/lib/people/address';
import type { Findings } from '@/lib/people/findings';
import { accountOf, type Intent } from '@/lib/people/intent';
import { targetOf } from '@/lib/people/person';
import type { Parts } from './assemble';
import { type Click, type Clicked, clickedAddress } from './clicked-address';
import { choiceOf, type MenuChoice } from './menu-items';
import { namedInMenus } from './menus';
import { notice, noticeAbsent, noticeReceipt } from './notices';
import { handOver } from './opening';
import { whyAbsent } from './why-absent';

export type Writing = Extract<MenuChoice, { kind: 'tag' | 'journey' }>;

export async function clickMenu(parts: Parts, click: Click, tab: Tabs.Tab | undefined) {
  const choice = choiceOf(click.menuItemId);
  if (choice === null) return;
  const clicked = await clickedAddress(click, tab);
  if (clicked === null) {
    await notice('No email address there', 'Select one, or right-click a mail link or a flag.');
    return;
  }
  const { address } = clicked;
  if (choice.kind !== 'tag' && choice.kind !== 'journey') {
    await handOver({ address, pending: null, addTo: null });
    return;
  }
  const doubt = doubtOf(clicked, await namedInMenus());
  if (doubt !== null) {
    await notice('Nothing was changed', doubt);
    return;
  }
  const intent = await intendFor(parts, choice, address);
  if (intent !== null) await carryOut(parts, intent, address);
}

/** Why the one who was clicked may not be whom the menu named; null where she is. */
function doubtOf({ address, isRestedOn }: Clicked, named: string | null): string | null {
  if (named === address) return null;
  if (named !== null)
    return `The menu named ${named}, but ${address} is meant. Please click again.`;
  return isRestedOn ? 'The menu named nobody. Rest on the address, then right-click it.' : null;
}

/** What is to be done for whom; null where that has been answered otherwise already. */
async function intendFor(
  parts: Parts,
  choice: Writing,
  address: EmailAddress,
): Promise<Intent | null> {
  try {
    const { id: accountId, paused } = await parts.accounts.get(choice.accountId);
    if (paused) {
      await notice(unchanged(address), 'This account is paused; continue it in the options first.');
      return null;
    }
    const findings = await parts.lookups.lookUp({ accountId, address, fresh: false });
    if (choice.kind === 'tag') return await tagIntent(parts, choice, { findings, address });
    return await journeyIntent(parts, choice, { findings, address });
  } catch (error) {
    await notice(unchanged(address), sayWhole(failureOf(error, 'menu')));
    return null;
  }
}

interface Whom {
  findings: Findings;
  address: EmailAddress;
}

/** A tag belongs to its list. */
async function tagIntent(
  parts: Parts,
  choice: Extract<Writing, { kind: 'tag' }>,
  { findings, address }: Whom,
): Promise<Intent | null> {
  const profile = findings.profiles.find(({ place }) => (place?.id ?? null) === choice.placeId);
  if (!profile) return sayAbsent(findings, address, choice.placeId);
  const tags = await parts.settings.menuTags();
  const tag = tags.find(
    ({ id, account, place }) =>
      id === choice.tagId &&
      account.id === findings.account.id &&
      (place?.id ?? null) === choice.placeId,
  );
  const name = tag?.name ?? choice.tagId;
  return { kind: 'tag', target: targetOf(profile, address), tag: { id: choice.tagId, name } };
}

/** A journey runs on the list that starts it, or where she is; which of several, she says. */
async function journeyIntent(
  parts: Parts,
  choice: Extract<Writing, { kind: 'journey' }>,
  { findings, address }: Whom,
): Promise<Intent | null> {
  const { profiles, account } = findings;
  if (profiles.length === 0) return sayAbsent(findings, address, null);
  const journeys = await parts.menuJourneys.all();
  const known = journeys.find(
    (entry) => entry.account.id === account.id && entry.journey.id === choice.journeyId,
  );
  const onItsList = profiles.find(({ place }) => place?.id === known?.journey.placeId);
  const profile = onItsList ?? (profiles.length === 1 ? profiles[0] : undefined);
  if (!profile) {
    await handOver({ address, pending: null, addTo: null });
    return null;
  }
  const journey = { id: choice.journeyId, name: known?.journey.name ?? choice.journeyId };
  return { kind: 'trigger-journey', target: targetOf(profile, address), journey };
}

async function carryOut(parts: Parts, intent: Intent, address: EmailAddress) {
  try {
    const { id, name, system } = accountOf(intent);
    const lacked = lackedBy(system, intent.kind, await parts.abilities.read(id));
    if (lacked !== null) {
      await notice(unchanged(address), sayLackingIn(lacked, name));
      return;
    }
    const reply = await parts.outbox.act({ intent, agreed: [] });
    if (reply.outcome === 'needs-yes') {
      // Law 6: it needs a deliberate yes, and only our own window can ask for one.
      await handOver({ address, pending: intent, addTo: null });
      return;
    }
    const { receipt } = reply;
    await noticeReceipt(receipt);
    // What waits or is in doubt stays in the popup, where it can be settled.
    const isSettled = receipt.state === 'done' || receipt.state === 'refused';
    if (isSettled) await parts.outbox.acknowledge([receipt.id]);
  } catch (error) {
    const why = sayWhole(failureOf(error, 'menu'));
    await notice(`Not certain for ${address}`, `${why} Open Addressee to check.`);
  }
}

const unchanged = (address: EmailAddress) => `Nothing was changed for ${address}`;

/** Law 3: says what was searched, and offers to add only where that was everything. */
async function sayAbsent(
  findings: Findings,
  address: EmailAddress,
  placeId: string | null,
): Promise<null> {
  const { why, mayAdd } = whyAbsent(findings, placeId);
  const { account } = findings;
  if (mayAdd) await noticeAbsent(addToken(address, account), unchanged(address), why);
  else await notice(unchanged(address), why);
  return null;
}

const addToken = (address: EmailAddress, { id, name, system }: AccountRef) =>
  JSON.stringify({ address, account: { id, name, system } });

/** The way back from a notification's “Add…”. */
export async function addFromNotice(token: string) {
  // Written by `addToken` alone; the browser hands back what it was given.
  const { address, account } = JSON.parse(token) as { address: string; account: AccountRef };
  await handOver({ address, pending: null, addTo: account });
}
