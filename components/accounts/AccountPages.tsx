import type { Account } from '@/lib/people/account';
import { workHashOf } from '../lists/work-place';
import { Button } from '../ui/Button';
import { hashOf, PAGE_TITLES, pagesOf } from './account-pages';

/** The ways from an account's card to its own pages. */
export function AccountPages({ account }: { account: Account }) {
  return (
    <div class="account-pages">
      {pagesOf(account.system).map((page) => {
        const hash = hashOf({ accountId: account.id, page });
        return (
          <Button
            key={page}
            size="small"
            data-opens={hash}
            onClick={() => void (location.hash = hash)}
          >
            <span>
              {PAGE_TITLES[page]}
              <span class="unseen"> {account.name}</span>
            </span>
          </Button>
        );
      })}
      {account.system === 'octeth' && (
        <a
          class="button small"
          href={`/workbench.html${workHashOf({ accountId: account.id, listId: '', part: 'people' })}`}
          target="_blank"
          rel="noreferrer"
        >
          <span>
            Open workbench<span class="unseen"> {account.name}</span>
          </span>
        </a>
      )}
    </div>
  );
}
