import './choice.css';

interface CheckListProps {
  /** The group's name. */
  label: string;
  options: { value: string; label: string }[];
  /** The values that are ticked. */
  values: string[];
  onChange: (values: string[]) => void;
}

/** Any of several, all of them in sight. */
export function CheckList({ label, options, values, onChange }: CheckListProps) {
  const handleChange = (value: string, isTicked: boolean) =>
    onChange(isTicked ? [...values, value] : values.filter((other) => other !== value));
  return (
    <fieldset class="choice">
      <legend class="choice-label">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="choice-option">
          <input
            type="checkbox"
            checked={values.includes(option.value)}
            onChange={(event) => handleChange(option.value, event.currentTarget.checked)}
          />
          <span dir="auto">{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
