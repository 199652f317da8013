import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part of the screen that is read from its own file when it is first shown. */
export function lazily<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | null = null;
  return function Lazily(props: Props) {
    const [state, setState] = useState<'waiting' | 'here' | 'gone'>(loaded ? 'here' : 'waiting');
    useEffect(() => {
      if (state !== 'waiting') return;
      load().then(
        (component) => {
          loaded = component;
          setState('here');
        },
        () => setState('gone'),
      );
    }, []);
    if (state === 'gone') return <p role="alert">{GONE}</p>;
    const Loaded = loaded;
    return Loaded && <Loaded {...props} />;
  };
}

/** The extension was updated or removed under this page. */
const GONE = 'This part is no longer here: close this window and open it again.';
