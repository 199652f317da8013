import type { Plugin } from 'vite';

/**
 * Icons stand in our scripts as text. What only a file of its own needs is taken out; their
 * licence is in THIRD-PARTY-NOTICES.md.
 */
export function leanIcons(): Plugin {
  return {
    name: 'addressee:lean-icons',
    apply: 'build',
    transform(code, id) {
      if (!/lucide-static\/icons\/.*\.svg\?raw$/.test(id)) return null;
      const lean = code.replace(FILE_ONLY, '').replace(/(?:\s|\\n)+/g, ' ');
      return { code: lean.replace(/ ?(\/?>) ?/g, '$1'), map: null };
    },
  };
}

// Behind a space, since `stroke-width` is what the lines are drawn with.
const FILE_ONLY = /<!--.*?-->\\n|(?<= )(class|xmlns|width|height)=\\"[^"]*\\"/g;
