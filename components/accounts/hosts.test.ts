import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostsOf, readServerHost, readSite } from './hosts';
import { octeth, systeme } from './testing/accounts';

const EXAMPLE = 'https://mail.acme.com';

test.each([
  ['https://mail.acme.com', 'https://mail.acme.com/*'],
  ['  https://mail.acme.com/ ', 'https://mail.acme.com/*'],
  ['https://mail.acme.com/api.php', 'https://mail.acme.com/*'],
  ['HTTPS://Mail.Acme.com/octeth/', 'https://mail.acme.com/*'],
  ['https://mail.acme.com:8443', 'https://mail.acme.com/*'],
  ['http://localhost:8080', 'http://localhost/*'],
  ['http://127.0.0.1:4011/', 'http://127.0.0.1/*'],
])('%s is asked for as %s', (typed, pattern) => {
  expect(readServerHost(typed, EXAMPLE)).toMatchObject({ ok: true, pattern });
});

test.each([
  ['', /Type the address/],
  ['   ', /Type the address/],
  ['mail.acme.com', /Begin with https/],
  ['mail.acme.com:8443/octeth', /Begin with https/],
  ['localhost:8080', /Begin with https/],
  ['http://mail.acme.com', /in the open/],
  ['http://127.0.0.1.evil.com', /in the open/],
  ['http://localhost.evil.com', /in the open/],
  ['ftp://mail.acme.com', /Only https/],
  ['javascript://mail.acme.com', /Only https/],
  ['https://grace:secret@mail.acme.com', /user name and password/],
  ['https://', /no server address/],
  ['https://mail acme com', /no server address/],
  ['<script>alert(1)</script>', /no server address/],
  ['name,email\nada,ada@lovelace.dev', /no server address/],
  ['🦊', /no server address/],
  ['مرحبا', /no server address/],
  [`https://${'a'.repeat(10_000)}.com`, /far too long/],
])('%j is refused in words', (typed, words) => {
  const read = readServerHost(typed, EXAMPLE);
  expect(read).toMatchObject({ ok: false, reason: expect.stringMatching(words) });
});

test('whatever is typed, only https or this computer is ever asked for', () => {
  // `fc.webUrl` takes seconds to get ready, and hardly ever makes what comes close to loopback.
  const scheme = fc.constantFrom('http://', 'https://', 'HTTP://', 'ftp://', 'javascript:', '');
  const host = fc.constantFrom('mail.acme.com', 'localhost', '127.0.0.1', '127.evil.com', '[::1]');
  const address = fc.tuple(scheme, fc.string(), host, fc.string()).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string(), address), (typed) => {
      const read = readServerHost(typed, EXAMPLE);
      expect(
        !read.ok ||
          /^(https:\/\/|http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])\/)/.test(read.pattern),
      ).toBe(true);
    }),
  );
});

test.each([
  ['mail.google.com', 'https://mail.google.com'],
  ['http://intranet.local/path?q=1', 'http://intranet.local'],
  ['https://desk.example.com:8443', 'https://desk.example.com:8443'],
])('the site %s is %s', (typed, origin) => {
  expect(readSite(typed)?.origin).toBe(origin);
});

test.each(['', ' ', 'nothing', 'ada@lovelace.dev', '<b>x.dev</b>', 'file:///etc/passwd', '*'])(
  '%j is no site',
  (typed) => {
    expect(readSite(typed)).toBeNull();
  },
);

test('an account’s hosts are named once', () => {
  expect(hostsOf(octeth())).toEqual([
    { host: 'mail.acme.com', pattern: 'https://mail.acme.com/*' },
  ]);
  const both = systeme({ gateway: 'https://api.maton.ai', control: 'https://api.maton.ai' });
  expect(hostsOf(both)).toHaveLength(1);
});
