import { expect, test } from 'vitest';
import { cleanServer } from './server-address';

test.each([
  ['https://mail.acme.com', 'https://mail.acme.com'],
  ['  https://mail.acme.com/  ', 'https://mail.acme.com'],
  ['https://mail.acme.com/api.php', 'https://mail.acme.com'],
  ['https://mail.acme.com/api/v1/', 'https://mail.acme.com'],
  ['https://acme.com/octeth///', 'https://acme.com/octeth'],
  ['https://acme.com/octeth/api.php?x=1#top', 'https://acme.com/octeth'],
  ['HTTPS://Mail.ACME.com:8443', 'https://mail.acme.com:8443'],
  ['http://localhost:8420', 'http://localhost:8420'],
  ['http://127.0.0.1:8420/', 'http://127.0.0.1:8420'],
  ['http://[::1]:8420', 'http://[::1]:8420'],
])('%s is put right to %s', (typed, base) => {
  expect(cleanServer(typed)).toEqual({ ok: true, value: base });
});

test.each([
  ['', /type the address/i],
  ['   ', /type the address/i],
  ['mail.acme.com', /https:\/\/ in front/],
  ['localhost:8420', /https:\/\/ in front/],
  ['http://mail.acme.com', /unprotected/],
  ['http://127.0.0.1.evil.example', /unprotected/],
  ['ftp://mail.acme.com', /https:\/\//],
  ['javascript:alert(1)', /https:\/\//],
  ['https://user:secret@mail.acme.com', /user name or password/],
  ['https://', /no web address/],
  ['https://ex ample.com', /no web address/],
  [`https://${'a'.repeat(10_000)}<b>`, /no web address/],
])('%s is refused, saying why', (typed, reason) => {
  const result = cleanServer(typed);
  expect(result).toMatchObject({ ok: false, failure: { kind: 'bad-input', field: 'server' } });
  expect(!result.ok && result.failure.kind === 'bad-input' && result.failure.reason).toMatch(
    reason,
  );
});
