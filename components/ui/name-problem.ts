/** Why this cannot be a name; null where it can. The server has the last word. */
export function nameProblem(name: string, most = 64): string | null {
  if (name.trim() === '') return 'Type a name.';
  return name.trim().length > most ? `At most ${most} characters.` : null;
}
