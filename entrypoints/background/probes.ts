/** Trying an account for real, with the browser's permission and a moment's patience. */
import { patientlyTold } from '@/lib/crm/patiently';
import { probeOcteth as askOcteth } from '@/lib/crm/octeth/probe';
import { probeSysteme as askSysteme } from '@/lib/crm/systeme/probe';
import { permittedFetch } from './permitted-fetch';

export const probeOcteth = (asked: { server: string; key: string }) =>
  patientlyTold(() => askOcteth({ ...asked, fetch: permittedFetch }));

export const probeSysteme = (asked: {
  gateway: string;
  control: string;
  key: string;
  connectionId: string | null;
}) => patientlyTold(() => askSysteme({ ...asked, fetch: permittedFetch }));
