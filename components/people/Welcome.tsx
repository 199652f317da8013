import { Button } from '../ui/Button';
import { usePanel } from './panel';
import './welcome.css';

export function Welcome({ hasPaused }: { hasPaused: boolean }) {
  const { openOptions } = usePanel();
  return (
    <div class="welcome">
      <h1>{hasPaused ? 'Every account is paused' : 'Connect your first account'}</h1>
      <p>
        {hasPaused
          ? 'Resume one in the options to look people up there.'
          : 'Addressee shows who is behind an address in Octeth and Systeme.io. It talks to the servers you name, and to no other.'}
      </p>
      <Button kind="primary" onClick={openOptions}>
        {hasPaused ? 'Open options' : 'Connect an account'}
      </Button>
    </div>
  );
}
