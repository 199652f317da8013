/**
 * A form's fields stand on it under their names, in a world of its own too, in place of all that a
 * script asks of it: with `<input name=parentNode>` its form is a child of that field, and the way up
 * from there never ends. Its prototypes are ours. (What is named on the document the page alone sees.)
 */
const FORM: ProxyHandler<HTMLFormElement> = {
  get(form, name) {
    const value: unknown = Reflect.get(HTMLFormElement.prototype, name, form);
    return typeof value === 'function' ? (value.bind(form) as unknown) : value;
  },
};

/** To be asked, and not to be handed to the browser: nothing that takes a node takes this. */
export type Bare<Asked extends Node> = Omit<Asked, 'ownerDocument'>;

/** Any node, as it is behind the names of what is in it; of all but forms that is the node itself. */
export const bare = <Asked extends Node>(node: Asked): Bare<Asked> =>
  node instanceof HTMLFormElement ? (new Proxy(node, FORM) as Node as Asked) : node;
