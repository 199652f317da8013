/** Octeth keeps neither courses, communities nor subscriptions. */
import { failed, type Result } from '../../failure';
import type { AccessDeeds } from '../crm';

const NOTHING_SOLD: Result<never> = failed({
  kind: 'refused',
  reason: 'Octeth has no courses, communities or subscriptions',
  code: null,
});

const refuse = async (): Promise<Result<never>> => NOTHING_SOLD;

export const NO_ACCESS: AccessDeeds = {
  enrol: refuse,
  unenrol: refuse,
  endEnrolment: refuse,
  join: refuse,
  leave: refuse,
  cancel: refuse,
};
