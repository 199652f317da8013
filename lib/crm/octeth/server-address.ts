import { done, failed } from '../../failure';
import type { Result } from '../../failure';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * A typed server address as a base without a trailing slash. Puts right what is pasted along
 * (spaces, slashes, `/api.php`), adds nothing: what is missing is said.
 */
export function cleanServer(text: string): Result<string> {
  const typed = text.trim();
  if (typed === '')
    return no('Type the address of your Octeth server, as in https://mail.acme.com');
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(typed)) {
    return no('The address needs https:// in front, as in https://mail.acme.com');
  }
  if (!URL.canParse(typed)) return no('That is no web address');
  const url = new URL(typed);
  if (url.username !== '' || url.password !== '') {
    return no('A user name or password must not stand in the address');
  }
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    return no('The key would travel unprotected over http://, so the address needs https://');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return no('The address needs https:// in front, as in https://mail.acme.com');
  }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/api(?:\.php|\/v1)?$/i, '');
  return done(`${url.origin}${path.replace(/\/+$/, '')}`);
}

const no = (reason: string): Result<never> =>
  failed({ kind: 'bad-input', field: 'server', reason });
