import { Notice } from '../ui/Notice';

/** Settings that could not be read and were set aside. */
export function Trouble({ trouble }: { trouble: string[] }) {
  if (trouble.length === 0) return null;
  return (
    <div class="accounts-trouble">
      <Notice tone="warn" live="alert">
        <p>Some of what was kept could not be read. It was set aside, not deleted.</p>
        <ul>
          {trouble.map((setAside) => (
            <li key={setAside}>{setAside}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
