import type { ComponentChildren } from 'preact';
import './section.css';

interface SectionProps {
  /** Where the side list jumps to. */
  id: string;
  title: string;
  lead: ComponentChildren;
  children: ComponentChildren;
}

export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section id={id} class="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="section-lead">{lead}</p>
      {children}
    </section>
  );
}
