/** Whether this is an IPv4 or IPv6 address, as the browser itself reads one. */
export function isIpAddress(text: string): boolean {
  const typed = text.trim();
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(typed)) {
    return typed.split('.').every((part) => Number(part) <= 255);
  }
  return typed.includes(':') && /^[\da-f:.]+$/i.test(typed) && URL.canParse(`http://[${typed}]/`);
}
