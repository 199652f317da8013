/** Whether this is an IPv4 or IPv6 address, as the browser itself reads one, and nothing beside it. */
export function isIpAddress(text: string): boolean {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) {
    return text.split('.').every((part) => Number(part) <= 255);
  }
  return /^[\da-f:.]+$/i.test(text) && URL.canParse(`http://[${text}]/`);
}
