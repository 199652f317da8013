/** Connecting, choosing and removing accounts, asked by the options page. */
import { createConnect } from '@/lib/accounts/connect';
import { cleanServer } from '@/lib/crm/octeth/server-address';
import { answeringFamily } from '@/lib/crm/systeme/families';
import type { Parts } from './assemble';
import { refreshFlags } from './flag-scripts';
import { dropUnneeded } from './grants';
import { hostPatterns } from './host-patterns';
import type { PanelAnswers } from './panel-calls';
import { mayReach, permittedFetch } from './permitted-fetch';
import { probeOcteth, probeSysteme } from './probes';

export function accountCalls(parts: Parts) {
  const { accounts, vault } = parts;
  const { connect, sweep } = createConnect({
    accounts,
    vault,
    forget: (accountId) => forgetAccount(parts, accountId),
    cleanServer,
    mayReach,
    probeOcteth,
    probeSysteme,
    answeringFamily: (asked) => answeringFamily(asked, { fetch: permittedFetch }),
  });
  // What an earlier life had no time to remove. Tried again before the next account is connected.
  void sweep().catch(() => undefined);
  return {
    async accounts() {
      const [list, lock, trouble] = await Promise.all([
        accounts.list(),
        vault.state(),
        accounts.trouble(),
      ]);
      return { accounts: list, lock, trouble };
    },
    async connect(request) {
      const reply = await connect(request);
      if (reply.outcome === 'saved') {
        await forgetReplies(parts, reply.account.id);
        // The key may be another. What it may do is told when it is asked for; nobody waits for it.
        await parts.abilities.forget(reply.account.id);
        void parts.abilities.check(reply.account.id).catch(() => undefined);
        void parts.filling.work();
      }
      return reply;
    },
    async rename({ accountId, name }) {
      await accounts.rename(accountId, name);
      await forgetReplies(parts, accountId);
    },
    async pause({ accountId, paused }) {
      await accounts.pause(accountId, paused);
      await parts.refreshMenus();
      refreshFlags();
      // What was planned before it was paused has waited for this.
      if (!paused) void parts.outbox.resume();
      if (!paused) void parts.filling.work();
    },
    remove: ({ accountId }) => removeAccount(parts, accountId),
    async chooseLists({ accountId, searched }) {
      await accounts.chooseLists(accountId, searched);
      await forgetReplies(parts, accountId);
      void parts.filling.work();
    },
    async nameByHand({ accountId, lists, journeys }) {
      await accounts.nameByHand(accountId, { lists, journeys });
      await forgetReplies(parts, accountId);
      void parts.filling.work();
    },
    async setLimit({ accountId, limit }) {
      await accounts.setLimit(accountId, limit);
    },
  } satisfies Partial<PanelAnswers>;
}

/** The account is another now: what it answered before may name or search other things. */
async function forgetReplies(parts: Parts, accountId: string) {
  const { lookups, offers, readings, refreshMenus } = parts;
  await lookups.forgetAccount(accountId);
  await readings.forgetAccount(accountId);
  await offers.forget(accountId);
  await refreshMenus();
  refreshFlags();
}

async function removeAccount(parts: Parts, accountId: string) {
  await parts.accounts.remove(accountId);
  await forgetAccount(parts, accountId);
  await dropUnneeded(await parts.settings.flags(), hostPatterns(await parts.accounts.list()));
}

/** What every other room holds of an account that is no more. */
async function forgetAccount(parts: Parts, accountId: string) {
  await parts.outbox.abandon(accountId);
  // One under way must not keep what it finds once all else is forgotten.
  await parts.lookups.forgetAccount(accountId);
  await parts.filling.stop(accountId);
  await parts.plans.forget(accountId);
  await (await parts.directory()).forgetAccount(accountId);
  await parts.settings.forgetAccount(accountId);
  await parts.menuJourneys.forgetAccount(accountId);
  // After whoever may still ask it something: each answer would be learnt from.
  await parts.abilities.forget(accountId);
  await forgetReplies(parts, accountId);
}
