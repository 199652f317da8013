import type { Call, Commands } from './command.ts';
import { success } from './command.ts';
import { refuse } from './errors.ts';

/** Who the key belongs to. The real reply carries second-factor secrets, so this one does too. */
export const accountCommands: Commands = {
  'user.current': {
    answer(call) {
      // A wrong key never comes so far; one whose user is gone does.
      if (call.world.conditions.has('owner-lost')) refuse(1, 'Authentication required');
      return { ...success, UserInfo: userInfo(call), Usage: usage, SendRateLimits: rates };
    },
  },
};

function userInfo({ world, dialect, now }: Call): object {
  return {
    UserID: 1,
    RelUserGroupID: 1,
    EmailAddress: 'studio@harbour.example',
    Username: 'harbour.studio',
    ReputationLevel: 'Trusted',
    UserSince: '2019-05-30 10:30:00',
    FirstName: 'Robin',
    LastName: 'Harbour',
    CompanyName: 'Harbour Studio',
    TimeZone: 'Europe/Lisbon',
    LastActivityDateTime: now,
    AccountStatus: 'Enabled',
    '2FA_Enabled': 'No',
    '2FA_RecoveryKey': 'SECRET-RECOVERY-KEY',
    SSOID: '',
    GroupInfo: {
      UserGroupID: 1,
      GroupName: 'Standard Users',
      GroupPlanName: 'Standard Plan',
      DefaultSenderDomain: 'harbour.example',
      // Only newer servers say what a key may do.
      ...(dialect === 'public' && { Permissions: world.permissions }),
      LimitSubscribers: '0',
      LimitLists: '0',
    },
    MFA_QRCode: 'otpauth://totp/Octeth?secret=SECRET-OF-SECOND-FACTOR',
    MFA_SecretKey: 'SECRET-OF-SECOND-FACTOR',
    SubscriptionID: false,
  };
}

const usage = { EmailGateway_TotalSentThisMonth: 500, Limit_Monthly: 10_000 };
const rates = { EmailGateway: { RateLimits: {}, SendRates: {} } };
