import './spinner.css';

/** Says nothing by itself: whoever shows it says what is under way. */
export function Spinner() {
  return <span class="spinner" aria-hidden="true" />;
}
