import { ago } from '../people/times';
import { CheckList } from '../ui/CheckList';
import { HandedOnList, HandedOnNotice } from './HandedOnNotice';
import type { Handed } from './use-handed-on';
import type { PageForm } from './use-page-source';

interface PageSourceProps {
  handed: Handed;
  form: PageForm;
}

/** What the popup found on a page: whence it comes, and whom of it to take. */
export function PageSource({ handed, form }: PageSourceProps) {
  const { rows, asOf } = handed.handedOn;
  const notes = [
    asOf !== null && `The directory was read ${ago(asOf, Date.now())}.`,
    form.holdsBack &&
      'Who unsubscribed, bounced, is suppressed or has not confirmed is not ticked by itself.',
    form.unknown > 0 && sayUnknown(form.unknown, rows.length),
  ].filter(Boolean);
  return (
    <div class="list-part">
      <HandedOnNotice handed={handed} />
      <CheckList
        label="Whom to take, by what the directory says of all your accounts"
        options={form.options}
        values={form.values}
        onChange={form.tick}
      />
      {notes.length > 0 && <p class="soft">{notes.join(' ')}</p>}
      <HandedOnList rows={form.meant} />
    </div>
  );
}

const sayUnknown = (unknown: number, all: number): string =>
  `${unknown} of ${all} ${unknown === 1 ? 'is' : 'are'} not known yet, nor if they may get mail. Tick them if they agreed; the import asks for your yes.`;
