import { useState } from 'preact/hooks';
import { Button } from '../ui/Button';
import { LinesField } from './LinesField';

interface PastedLinesProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  onRead: (text: string) => void;
}

export function PastedLines({ onRead, ...field }: PastedLinesProps) {
  const [pasted, setPasted] = useState('');
  return (
    <form
      class="list-pasted"
      onSubmit={(event) => {
        event.preventDefault();
        onRead(pasted);
      }}
    >
      <LinesField
        {...field}
        rows={5}
        placeholder={'Email,Company\nada@example.com,Acme'}
        value={pasted}
        onInput={setPasted}
      />
      <Button type="submit" size="small">
        Read these lines
      </Button>
    </form>
  );
}
