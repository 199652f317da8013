import type { MatonConnection } from '@/lib/messaging/protocol';
import { DeskQuestion } from '../desk/DeskQuestion';
import type { Asked, DeskActing } from '../desk/use-desk-acting';

interface RemoveConnectionProps {
  asked: Asked;
  acting: DeskActing;
  /** As it is listed; undefined once it no longer is. */
  connection: MatonConnection | undefined;
}

/** Law 8: says who here will stop working, besides what the connection’s end does to everybody. */
export function RemoveConnection({ asked, acting, connection }: RemoveConnectionProps) {
  const usedBy = connection?.usedBy ?? [];
  return (
    <DeskQuestion asked={asked} acting={acting}>
      {usedBy.length > 0 && (
        <p>
          <b dir="auto">{usedBy.join(' and ')}</b> {usedBy.length === 1 ? 'goes' : 'go'} through it
          and will stop working until another connection is chosen.
        </p>
      )}
    </DeskQuestion>
  );
}
