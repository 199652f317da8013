import { lackedBy, type Deed } from '@/lib/people/ability';
import type { Account } from '@/lib/people/account';
import type { Client } from '../accounts/powers';
import { sayHere } from '../accounts/say-here';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Skeleton } from '../ui/Skeleton';
import { CountedQuestion } from './CountedQuestion';
import { DeskNewsLine } from './DeskNewsLine';
import { DeskQuestion } from './DeskQuestion';
import { FieldsPart } from './FieldsPart';
import { TagsPart } from './TagsPart';
import { useAbilities } from './use-abilities';
import { useCatalogue } from './use-catalogue';
import { type Asked, type DeskActing, useDeskActing } from './use-desk-acting';
import './desk.css';

interface DeskPageProps {
  account: Account;
  client: Client;
}

/** What an account keeps to choose from: its tags and its fields. */
export function DeskPage({ account, client }: DeskPageProps) {
  const { catalogue, failure, isReading, read } = useCatalogue(account.id, client);
  const acting = useDeskActing(client, () => void read(true));
  const abilities = useAbilities(account.id, client, acting.news.receipt?.state);
  const lacks = (deed: Deed) => lackedBy(account.system, deed, abilities);
  return (
    <div class="desk">
      <DeskNewsLine acting={acting} account={account} />
      {failure && (
        <Notice
          tone="stop"
          live="alert"
          actions={
            <Button busy={isReading} onClick={() => void read(true)}>
              Try again
            </Button>
          }
        >
          {sayHere(failure, account.name)}
        </Notice>
      )}
      {catalogue === null && !failure && <Skeleton widths={[30, 60, 45, 55]} />}
      {catalogue && (
        <>
          <TagsPart
            {...{ account, acting, lacks }}
            tags={catalogue.tags}
            onRetry={() => void read(true)}
          />
          <FieldsPart
            {...{ account, acting, lacks }}
            fields={catalogue.fields}
            onRetry={() => void read(true)}
          />
        </>
      )}
      {acting.asked && <Question asked={acting.asked} {...{ acting, client }} />}
    </div>
  );
}

interface QuestionProps {
  asked: Asked;
  acting: DeskActing;
  client: Client;
}

function Question({ asked, acting, client }: QuestionProps) {
  const { intent } = asked;
  return intent.kind === 'delete-tag' && intent.people === null ? (
    <CountedQuestion {...{ asked, intent, acting, client }} />
  ) : (
    <DeskQuestion {...{ asked, acting }} />
  );
}
