/** What was typed instead, or from where it is. */
export const sayNoIpAddress = (typed: string, whence: string): string =>
  typed.trim() === ''
    ? `Type the IP address ${whence}, such as 203.0.113.7.`
    : `“${typed.trim()}” is no IP address. One looks like 203.0.113.7.`;
