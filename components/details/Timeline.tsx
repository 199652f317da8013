import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import circle from 'lucide-static/icons/circle.svg?raw';
import logOut from 'lucide-static/icons/log-out.svg?raw';
import mailOpen from 'lucide-static/icons/mail-open.svg?raw';
import mailX from 'lucide-static/icons/mail-x.svg?raw';
import click from 'lucide-static/icons/mouse-pointer-click.svg?raw';
import route from 'lucide-static/icons/route.svg?raw';
import send from 'lucide-static/icons/send.svg?raw';
import tag from 'lucide-static/icons/tag.svg?raw';
import tags from 'lucide-static/icons/tags.svg?raw';
import userPlus from 'lucide-static/icons/user-plus.svg?raw';
import type { Activity, ActivityKind } from '@/lib/people/details';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { ACTIVITY_WORDS, momentOf } from './activity-words';

const SHOWN_AT_FIRST = 10;

const ICONS: Record<ActivityKind, string> = {
  delivery: send,
  open: mailOpen,
  click,
  bounce: mailX,
  subscription: userPlus,
  unsubscription: logOut,
  tag,
  untag: tags,
  journey: route,
  other: circle,
};

/** What happened, newest first. */
export function Timeline({ activity }: { activity: Activity[] }) {
  const [isWhole, setWhole] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  // The button goes when it has been used: what it brought gets the focus.
  useLayoutEffect(() => {
    if (isWhole) list.current?.querySelectorAll<HTMLElement>('li')[SHOWN_AT_FIRST]?.focus();
  }, [isWhole]);
  const shown = isWhole ? activity : activity.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-label="Activity">
      <h3>Activity</h3>
      {activity.length === 0 && <p class="more-empty">Nothing recorded</p>}
      <ol ref={list} class="timeline">
        {shown.map((one, index) => (
          <li key={index} tabIndex={isWhole && index === SHOWN_AT_FIRST ? -1 : undefined}>
            <Icon svg={ICONS[one.kind]} />
            <span class="timeline-what" title={one.what}>
              <b>{ACTIVITY_WORDS[one.kind]}</b> <span dir="auto">{one.what}</span>
            </span>
            <time>{momentOf(one.at)}</time>
          </li>
        ))}
      </ol>
      {shown.length < activity.length && (
        <Button kind="quiet" size="small" onClick={() => setWhole(true)}>
          Show all {activity.length}
        </Button>
      )}
    </section>
  );
}
