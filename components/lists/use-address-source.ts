import { useMemo, useState } from 'preact/hooks';
import type { Choice } from '@/lib/people/details';
import { faultOfAddress } from '@/lib/people/import-sources';
import { ADDRESS_WORDS } from './source-words';
import { useImportForm } from './use-import-form';
import type { Wanted } from './wanted';

/** A file that Octeth is to fetch: a sample of its lines says here which column is what. */
export function useAddressSource(fields: readonly Choice[]) {
  const [url, setUrl] = useState('');
  const [isTouched, setTouched] = useState(false);
  const sample = useImportForm(fields);
  const { chosen, columns } = sample;
  const loadId = useMemo(() => crypto.randomUUID(), [url]);
  const fault = faultOfAddress(url);
  const isReady = chosen !== null && fault === null && columns.includes('address');
  const wanted: Wanted | null = isReady
    ? {
        ...{ people: 'address', loadId },
        load: { url: url.trim(), separator: chosen.sheet.separator, columns },
      }
    : null;
  return {
    ...{ url, setUrl, sample, wanted },
    error: isTouched && fault ? ADDRESS_WORDS[fault] : null,
    touch: () => setTouched(true),
    forget: () => {
      setUrl('');
      setTouched(false);
      sample.forget();
    },
  };
}

export type AddressForm = ReturnType<typeof useAddressSource>;
