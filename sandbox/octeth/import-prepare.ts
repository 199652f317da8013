import type { Commands } from './command.ts';
import { refuse } from './errors.ts';
import { inner } from './import.ts';

/** The services that an import can be prepared from, with what is canned for them. */
export const prepareCommands: Commands = {
  'subscribers.import.prepare': {
    permission: 'Subscribers.Import',
    limited: true,
    route: { method: 'POST', path: '/api/v1/subscribers.import' },
    errors: { seed: 'errors', public: 'errors' },
    answer({ parameters }) {
      const given = parameters.raw('ImportFrom');
      if (typeof given !== 'object' || given === null || Object.keys(given).length === 0) {
        refuse(
          1,
          'ImportFrom.Mailchimp.APIKey, ImportFrom.ActiveCampaign.APIKey or ImportFrom.Drip.APIKey must be provided',
        );
      }
      const mailchimp = inner(given, 'mailchimp');
      const activeCampaign = inner(given, 'activecampaign');
      const drip = inner(given, 'drip');
      if (mailchimp) return fromMailchimp(mailchimp);
      if (activeCampaign) return fromActiveCampaign(activeCampaign);
      if (drip) return fromDrip(drip);
      return refuse(2, 'Invalid ImportFrom source');
    },
  },
};

/**
 * Nobody is asked. A key that begins so fails where the reference says that the service may:
 * `fail-12` is Mailchimp's merge fields, and so on.
 */
function failAsTold(key: unknown, says: Record<number, string>): void {
  const code = Number(/^fail-(\d+)$/.exec(String(key))?.[1]);
  if (code) refuse(code, says[code] ?? 'Third-party API error');
}

const otherErrors = Object.fromEntries(
  [16, 17, 18, 19, 20, 21, 22, 23].map((code) => [code, 'Third-party API error']),
);

function fromMailchimp(source: Record<string, unknown>): object {
  if (!source['apikey']) refuse(7, 'Mailchimp API key is missing');
  if (!source['server']) refuse(8, 'Mailchimp server is missing');
  failAsTold(source['apikey'], {
    9: 'Mailchimp Error',
    11: 'Mailchimp Error While Retrieving Lists',
    12: 'Mailchimp Error While Retrieving Merge Fields',
    13: 'Mailchimp Error While Retrieving Tags',
    14: 'Mailchimp Error While Retrieving Interest Categories',
    15: 'Mailchimp Error While Retrieving Interests',
    ...otherErrors,
  });
  return { Lists: [row('abc123', 'Newsletter List', 1500), row('def456', 'Old friends', 12)] };
}

function fromActiveCampaign(source: Record<string, unknown>): object {
  if (!source['apikey']) refuse(3, 'ActiveCampaign API key is missing');
  if (!source['accountname']) refuse(4, 'ActiveCampaign account name is missing');
  failAsTold(source['apikey'], { 5: 'ActiveCampaign Error', ...otherErrors });
  return { Lists: [row('7', 'Campaign people', 310)] };
}

/** The reference has no code for a missing key here but that of no source at all. */
function fromDrip(source: Record<string, unknown>): object {
  if (!source['apikey']) refuse(1, 'ImportFrom source must be provided');
  failAsTold(source['apikey'], { 9: 'Drip Error', ...otherErrors });
  return { Lists: [row('9001', 'Drip account', 48)] };
}

function row(id: string, name: string, active: number): object {
  return {
    ID: id,
    Name: name,
    ActiveSubscribersCount: active,
    SubscribersCount: active + 500,
    MergeFields: [{ ID: 'FNAME', Name: 'First Name', Type: 'text' }],
    Tags: [{ ID: 456, Name: 'VIP' }],
    Groups: [],
  };
}
