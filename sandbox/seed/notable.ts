import { courseIds, communityIds } from './systeme.ts';
import { journeyIds } from './octeth.ts';
import type { SeedPerson } from './person.ts';

/**
 * People whom tests and demos call by name. Their ids, but for `newest`, do not move with the size
 * of the crowd.
 * `nobody` and `stranger` are left out of both accounts; see `absent`.
 */
export const notable = {
  /** First contact ever made: last of the walk. */
  oldest: { email: 'first@contact.example', first: 'Lily', last: 'Sloane', systeme: {} },
  /** In both systems, with something in every corner. */
  ada: {
    email: 'ada@lovelace.dev',
    first: 'Ada',
    last: 'Lovelace',
    octeth: {
      newsletter: {
        tags: ['VIP', 'Trial'],
        journeys: [{ journeyId: journeyIds.welcome, step: 2 }],
        active: true,
        revenue: 248,
      },
      customers: { status: 'Unsubscribed' },
    },
    systeme: {
      tags: ['Buyer'],
      courses: [{ courseId: courseIds.watercolour, accessType: 'full_access' }],
      communities: [communityIds.studio],
      subscription: { plan: 'Studio, monthly', amount: 2900 },
      company: 'Analytical Engines',
    },
  },
  linus: {
    email: 'linus@kernel.org',
    first: 'Linus',
    last: 'Torvalds',
    country: 'Finland',
    octeth: { newsletter: {} },
  },
  systemeOnly: {
    email: 'marie@curie.example',
    first: 'Marie',
    last: 'Curie',
    systeme: {
      tags: ['Webinar'],
      courses: [{ courseId: courseIds.sourdough, accessType: 'dripping_content' }],
    },
  },
  pending: {
    email: 'katherine@johnson.example',
    first: 'Katherine',
    last: 'Johnson',
    octeth: { newsletter: { status: 'Opt-In Pending' } },
  },
  unsubscribed: {
    email: 'tim@berners-lee.example',
    first: 'Tim',
    last: 'Berners-Lee',
    octeth: { newsletter: { status: 'Unsubscribed', tags: ['Trial'] } },
  },
  optOutPending: {
    email: 'barbara@liskov.example',
    first: 'Barbara',
    last: 'Liskov',
    octeth: { newsletter: { status: 'Opt-Out Pending' } },
  },
  softBounced: {
    email: 'alan@turing.example',
    first: 'Alan',
    last: 'Turing',
    octeth: { newsletter: { bounce: 'Soft' } },
  },
  hardBounced: {
    email: 'grace.hopper+navy@example.org',
    first: 'Grace',
    last: 'Hopper',
    octeth: { newsletter: { bounce: 'Hard' } },
    systeme: { bounced: true },
  },
  suppressed: {
    email: 'edsger@dijkstra.example',
    first: 'Edsger',
    last: 'Dijkstra',
    octeth: { newsletter: { tags: ['VIP'] } },
    suppressed: true,
  },
  /** Octeth stores capitals; Systeme.io stores the same address without. */
  upperCase: {
    email: 'Margaret.Hamilton@Apollo.Example',
    systemeEmail: 'margaret.hamilton@apollo.example',
    first: 'Margaret',
    last: 'Hamilton',
    octeth: { newsletter: { tags: ['VIP'] } },
    systeme: { tags: ['VIP'] },
  },
  /** Her whole address is part of `joann`'s. */
  ann: {
    email: 'ann@liddell.example',
    first: 'Ann',
    last: 'Liddell',
    octeth: { newsletter: {} },
    systeme: {},
  },
  joann: {
    email: 'joann@liddell.example',
    first: 'Joann',
    last: 'Liddell',
    octeth: { newsletter: { status: 'Unsubscribed' } },
    systeme: { unsubscribed: true },
  },
  /** Two people to every server, whatever a mailbox thinks. */
  sam: { email: 'sam@carter.example', first: 'Sam', last: 'Carter', octeth: { newsletter: {} } },
  samPlus: {
    email: 'sam+shop@carter.example',
    first: 'Sam',
    last: 'Carter',
    octeth: { customers: { tags: ['Refunded'] } },
    systeme: { tags: ['Refunded'] },
  },
  markup: {
    email: 'markup@hostile.example',
    first: '<img src=x onerror=alert(1)>',
    last: '</script><b>Bold</b>',
    octeth: { newsletter: {} },
    systeme: { tags: ['<b>Bold</b>'] },
  },
  rightToLeft: {
    email: 'layla@haddad.example',
    first: 'ليلى',
    last: 'حداد',
    octeth: { newsletter: {} },
    systeme: {},
  },
  /** 300 characters of name, in one word. */
  longName: {
    email: 'long@name.example',
    first: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(9).slice(0, 300),
    last: '',
    octeth: { newsletter: {} },
    systeme: {},
  },
  /** On all three lists, differently on each. */
  everywhere: {
    email: 'annie@easley.example',
    first: 'Annie',
    last: 'Easley',
    octeth: {
      newsletter: { tags: ['Webinar'] },
      customers: { status: 'Opt-In Pending', tags: ['VIP'] },
      archive: { status: 'Unsubscribed', tags: ['Legacy'], imported: true },
    },
  },
  /** Came from a file: ` - Manual Import` for an IP address, zero dates. */
  imported: {
    email: 'imported@archive.example',
    first: 'Ivan',
    last: 'Sutherland',
    octeth: { archive: { tags: ['Legacy'], imported: true } },
  },
  /** Finished one journey, is in the middle of another. */
  traveller: {
    email: 'donald@knuth.example',
    first: 'Donald',
    last: 'Knuth',
    octeth: {
      newsletter: { journeys: [{ journeyId: journeyIds.welcome, step: 5, completed: true }] },
      customers: { journeys: [{ journeyId: journeyIds.winBack, step: 1 }], tags: ['VIP'] },
    },
  },
  systemeUnsubscribed: {
    email: 'dorothy@vaughan.example',
    first: 'Dorothy',
    last: 'Vaughan',
    systeme: { unsubscribed: true },
  },
  systemeUnconfirmed: {
    email: 'radia@perlman.example',
    first: 'Radia',
    last: 'Perlman',
    systeme: { needsConfirmation: true },
  },
  /** Pays for a course and must get no mail from Octeth: the two systems disagree. */
  payingSuppressed: {
    email: 'hedy@lamarr.example',
    first: 'Hedy',
    last: 'Lamarr',
    octeth: { newsletter: {}, customers: {} },
    suppressed: true,
    systeme: {
      tags: ['Buyer'],
      courses: [
        { courseId: courseIds.watercolour, accessType: 'full_access' },
        { courseId: courseIds.sourdough, accessType: 'partial_access' },
      ],
      communities: [communityIds.studio],
      subscription: { plan: 'Studio, yearly', amount: 29_000, interval: 'year' },
    },
  },
  /** Unsubscribed in Octeth, and still pays in Systeme.io, where she has another surname. */
  payingUnsubscribed: {
    email: 'mary@somerville.example',
    first: 'Mary',
    last: 'Somerville',
    octeth: { newsletter: { status: 'Unsubscribed' } },
    systeme: {
      communities: [communityIds.studio],
      subscription: { plan: 'Studio, monthly', amount: 2900 },
    },
    systemeLast: 'Greig',
  },
  /** Paid once: one subscription that came to its end. */
  formerMember: {
    email: 'emmy@noether.example',
    first: 'Emmy',
    last: 'Noether',
    octeth: { customers: {} },
    systeme: {
      subscription: { plan: 'Studio, monthly', amount: 2900, status: 'completed' },
    },
  },
  /** Newest contact: first of the walk, and what a server that ignores a filter answers with. */
  newest: { email: 'latest@contact.example', first: 'Mae', last: 'Jemison', systeme: {} },
} satisfies Record<string, SeedPerson>;

export type NotableName = keyof typeof notable;

export const absent = {
  /** In neither service. */
  nobody: 'nobody@nowhere.example',
  /** In the wrong connection's account only: whoever shows her used the wrong account. */
  stranger: 'stranger@elsewhere.example',
} as const;
