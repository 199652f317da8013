declare module 'mark.js' {
  export default class Mark {
    constructor(element: HTMLElement);
    markRegExp(pattern: RegExp): void;
  }
}
