interface ProgressLineProps {
  readonly count: number;
  readonly needed: number;
  /** The same in words: "7 have answered, 4 more needed". */
  readonly words: string;
}

/** How far something has come, with the words that say it. */
export function ProgressLine({ count, needed, words }: ProgressLineProps) {
  const share = needed <= 0 ? 1 : Math.min(1, Math.max(0, count / needed));
  return (
    <div class="progress-line">
      <svg width="100%" height="10" aria-hidden="true">
        <rect class="progress-ground" width="100%" height="100%" />
        <rect class="progress-reach" width={`${(100 * share).toFixed(2)}%`} height="100%" />
      </svg>
      <p>{words}</p>
    </div>
  );
}
