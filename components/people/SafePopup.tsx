import { useErrorBoundary, useRef } from 'preact/hooks';
import { forgetKept } from '../hooks/use-kept';
import { Popup, type PopupProps } from './Popup';

/** What was kept and cannot be drawn is let go, once: an empty popup serves, a blank one does not. */
export function SafePopup({ typed, isEntered }: PopupProps) {
  const failures = useRef(0);
  const [error] = useErrorBoundary(() => {
    failures.current += 1;
    forgetKept('popup', 'slots');
  });
  if (failures.current > 1) {
    return <p role="alert">This cannot be shown.</p>;
  }
  return error ? (
    <Popup key="afresh" typed="" isEntered={false} />
  ) : (
    <Popup key="kept" {...{ typed, isEntered }} />
  );
}
