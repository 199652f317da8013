import { useState } from 'preact/hooks';
import type { ImportManner } from '@/lib/people/list-work';

/** What is to be done with whom an import brings, wherever they come from. */
export function useImportManner() {
  const [tags, setTags] = useState('');
  const [updateKnown, setUpdateKnown] = useState(false);
  const [startActions, setStartActions] = useState(false);
  const manner: ImportManner = { tags: namesIn(tags), updateKnown, startActions };
  return { manner, tags, setTags, setUpdateKnown, setStartActions };
}

export type MannerForm = ReturnType<typeof useImportManner>;

const namesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];
