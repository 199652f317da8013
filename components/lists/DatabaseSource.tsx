import { useState } from 'preact/hooks';
import { Field } from '../ui/Field';
import { LinesField } from './LinesField';
import type { AtList } from './ListWork';
import { LookFoot } from './LookFoot';
import { StagedColumns } from './StagedColumns';
import type { Staged } from './use-staged';

const EMPTY = { host: '', port: '3306', database: '', user: '', query: '' };

/** A database that the server reaches: it asks there by itself. */
export function DatabaseSource({ at, staged }: { at: AtList; staged: Staged }) {
  const [typed, setTyped] = useState(EMPTY);
  const [password, setPassword] = useState('');
  const field = (name: keyof typeof EMPTY) => ({
    value: typed[name],
    onInput: (value: string) => {
      staged.forget();
      setTyped((old) => ({ ...old, [name]: value }));
    },
    error: staged.errorOf(name),
  });
  const handleLook = () => {
    const port = Number(typed.port);
    // Used once: it is in no field any more when the answer is there.
    void staged.look({ from: 'database', ...typed, port, password }, () => setPassword(''));
  };
  return (
    <div class="list-part">
      <form
        class="list-part"
        onSubmit={(event) => {
          event.preventDefault();
          handleLook();
        }}
      >
        <p class="soft">
          {at.account.name} asks the database itself, so it must reach it. The password is used once
          and kept nowhere here.
        </p>
        <div class="list-ask">
          <Field label="Host" placeholder="db.acme.com" {...field('host')} />
          <Field label="Port" {...field('port')} />
          <Field label="Name of the database" {...field('database')} />
          <Field label="User" hint={MAY_BE_EMPTY} {...field('user')} />
          <Field label="Password" type="password" value={password} onInput={setPassword} />
        </div>
        <LinesField
          label="Query"
          rows={3}
          placeholder="SELECT email, company FROM people WHERE agreed = 1"
          {...field('query')}
        />
        <LookFoot at={at} label="Look into the database" isLooking={staged.isLooking} />
      </form>
      <StagedColumns at={at} staged={staged} />
    </div>
  );
}

const MAY_BE_EMPTY = 'Newer servers may take neither user nor password: then leave both empty.';
