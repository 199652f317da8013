import { useRef } from 'preact/hooks';
import locate from 'lucide-static/icons/crosshair.svg?raw';
import type { EmailAddress } from '@/lib/people/address';
import type { PageRow } from '@/lib/people/handed-on';
import { MARK_WORDS } from '@/lib/people/mark-words';
import { Icon } from '../ui/Icon';
import { moveFocus } from '../ui/move-focus';
import { ToneMark } from '../ui/ToneMark';
import { TONES } from './page-rows';

/** A page of thousands must not become a screen of thousands; the filter leads to the others. */
const MOST_SHOWN = 200;

interface PageRowsProps {
  rows: readonly PageRow[];
  onChoose: (address: EmailAddress) => void;
  onShow: (address: EmailAddress) => void;
}

export function PageRows({ rows, onChoose, onShow }: PageRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const rest = rows.length - MOST_SHOWN;
  if (rows.length === 0) return <p class="page-list-nothing">None of them is like that.</p>;
  return (
    <>
      <ul ref={list} class="page-rows" aria-label="Addresses on this page">
        {rows.slice(0, MOST_SHOWN).map(({ address, kind }) => (
          <li key={address} class={TONES[kind]}>
            <button
              type="button"
              class="line-button"
              title={address}
              onKeyDown={(event) => moveFocus(event, list.current)}
              onClick={() => onChoose(address)}
            >
              <ToneMark tone={TONES[kind]} />
              <span class="line-who">
                <b dir="auto">{address}</b>
                <span>{MARK_WORDS[kind]}</span>
              </span>
            </button>
            <button
              type="button"
              class="icon-button"
              aria-label={`Show ${address} on the page`}
              onClick={() => onShow(address)}
            >
              <Icon svg={locate} />
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="page-list-aside">and {rest} more: filter to see them</p>}
    </>
  );
}
