import './spinner.css';

/** Says nothing by itself: whoever shows it says what is under way. */
export function Spinner({ inText = false }: { inText?: boolean }) {
  return <span class={inText ? 'spinner in-text' : 'spinner'} aria-hidden="true" />;
}
