import type { Plugin } from 'vite';

/**
 * A field that stands in the HTML can be typed into as soon as it is painted, so nothing may come
 * before that: the page carries its styles itself, and the app waits in a template until
 * `public/paint-first.js` lets it out, after the first frame and whatever was typed by then. What
 * stands in a template is not fetched ahead. Only in the build; while developing the page is as written.
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
        const later: string[] = [];
        const put = (link: string) => {
          later.push(link);
          return '';
        };
        const styled = html
          .replaceAll(STYLES, (_, file: string) => {
            const sheet = bundle[file];
            if (sheet?.type !== 'asset') throw new Error(`${file} was not built`);
            put(hereAlready(file));
            return `<style>${String(sheet.source).trim()}</style>`;
          })
          .replaceAll(PRELOADS, put);
        return styled.replace(
          APP,
          (app) =>
            `<template>${later.join('')}${app}</template><script async src="/paint-first.js"></script>`,
        );
      },
    },
  };
}

/**
 * What is loaded later asks for the styles it shares: it finds that they are here. Fetched once
 * more, they would come behind the others and outweigh them. A disabled sheet that a script puts
 * in is never fetched; one that stands in the page is, and is waited for.
 */
const hereAlready = (file: string): string => `<link rel="stylesheet" href="/${file}" disabled>`;

const APP = /<script type="module"[^>]* src="[^"]+"><\/script>/;
const STYLES = /<link rel="stylesheet"[^>]* href="\/([^"]+)">/g;
const PRELOADS = /\s*<link rel="modulepreload"[^>]*>/g;
