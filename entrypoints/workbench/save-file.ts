import type { SavedFile } from '@/components/lists/powers';

/** A click on a link saves a file and needs no permission. */
export function saveFile({ name, type, text }: SavedFile): void {
  // Spreadsheets take a CSV without this mark for one in the alphabet of the computer.
  const parts = type === 'text/csv' ? ['\uFEFF', text.replace(/^\uFEFF/, '')] : [text];
  const url = URL.createObjectURL(new Blob(parts, { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
