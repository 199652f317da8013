import { DeedForm } from './DeedForm';

/** Law 3: what was half made is not passed over where its row is gone, and it can be put away. */
export const LostForm = ({ title }: { title: string }) => (
  <DeedForm title={title}>
    <p>Not found there, or could not be looked up.</p>
  </DeedForm>
);
