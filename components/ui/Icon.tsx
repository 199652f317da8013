import './icon.css';

interface IconProps {
  /** The text of an SVG file of ours (`lucide-static/icons/NAME.svg?raw`), never of a server's. */
  svg: string;
}

export function Icon({ svg }: IconProps) {
  return <span class="icon" aria-hidden="true" dangerouslySetInnerHTML={{ __html: svg }} />;
}
