import { useEffect, useState } from 'preact/hooks';
import { workPlaceAt, type WorkPlace } from './work-place';

/** The hash keeps the place over a reload, and makes it a link. */
export function useWorkPlace(): WorkPlace {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const handleChange = () => setHash(location.hash);
    addEventListener('hashchange', handleChange);
    return () => removeEventListener('hashchange', handleChange);
  }, []);
  return workPlaceAt(hash);
}
