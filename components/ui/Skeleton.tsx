import './skeleton.css';

interface SkeletonProps {
  /** Widths of the lines to come, in percent: they hold the place so that nothing jumps. */
  widths: number[];
}

export function Skeleton({ widths }: SkeletonProps) {
  return (
    <div class="skeleton" aria-hidden="true">
      {widths.map((width, index) => (
        <span key={index} style={{ inlineSize: `${width}%` }} />
      ))}
    </div>
  );
}
