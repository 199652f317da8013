interface SaidProps {
  children: string;
  class?: string;
}

/**
 * Words of the card. A page can search its own document (`window.find`), and closed roots are
 * searched too; so everything that is said is painted by a style and is not text of the document.
 * Screen readers speak it all the same.
 */
export function Said({ children, class: name }: SaidProps) {
  return <span class={name} data-said={children} />;
}
