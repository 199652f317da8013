import type { Plugin } from 'vite';

/**
 * A field that stands in the HTML can be typed into as soon as it is painted, so nothing may come
 * before that: the page carries its styles itself, and `public/paint-first.js` fetches the app
 * once the first frame is out. Only in the build; while developing the page is as written.
 */
export function paintFirst(page: string): Plugin {
  return {
    name: 'addressee:paint-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { path, bundle = {} }) {
        if (!path.endsWith(page)) return html;
        if (!APP.test(html)) throw new Error(`${page} loads no app`);
        return html
          .replaceAll(PRELOADS, '')
          .replace(APP, '<script async src="/paint-first.js" data-src="$1"></script>')
          .replaceAll(STYLES, (_, file: string) => {
            const sheet = bundle[file];
            if (sheet?.type !== 'asset') throw new Error(`${file} was not built`);
            return `<style>${String(sheet.source)}</style>${hereAlready(file)}`;
          });
      },
    },
  };
}

/**
 * What is loaded later asks for the styles it shares: it finds that they are here. Fetched once
 * more, they would come behind the others and outweigh them. A disabled sheet is never fetched.
 */
const hereAlready = (file: string): string => `<link rel="stylesheet" href="/${file}" disabled>`;

const APP = /<script type="module"[^>]* src="([^"]+)"><\/script>/;
const STYLES = /<link rel="stylesheet"[^>]* href="\/([^"]+)">/g;
const PRELOADS = /\s*<link rel="modulepreload"[^>]*>/g;
