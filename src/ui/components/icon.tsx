/** The drawings of the house, each on a grid of 16 by 16, in the colour of the text around it. */
const drawings = {
  good: "M3 8.5 6.5 12 13 4.5",
  careful: "M8 2 1.5 13.5h13L8 2Zm0 4.5v3.5m0 1.6v.4",
  stop: "M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2l3.4-3.4Zm.6 4 4.4 4.4m0-4.4-4.4 4.4",
  note: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 5.7v4.3m0-7v.4",
  clock: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 3V8l2.5 2",
  calendar: "M2 3.5h12v10.5H2V3.5Zm0 3.5h12M5 1.5v3.5m6-3.5v3.5",
  people:
    "M6 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 6 8Zm-5 6c.3-2.8 2-4.3 5-4.3S10.7 11.2 11 14m0-11.2a2.5 2.5 0 0 1 0 5m1.2 2.2c1.7.5 2.6 1.8 2.8 4",
  place: "M8 14.5s5-4.6 5-8.2a5 5 0 0 0-10 0c0 3.6 5 8.2 5 8.2Zm0-6.5a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z",
  message: "M1.5 2.5h13v9H7l-3.5 3v-3h-2v-9Z",
  eye: "M1 8s2.6-4.5 7-4.5S15 8 15 8s-2.6 4.5-7 4.5S1 8 1 8Zm7 2a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  copy: "M5.5 5.5v-4h9v9h-4m-9-5h9v9h-9v-9Z",
  away: "M6 3H2.5v10.5H13V10M9 2h5v5m0-5L7.5 8.5",
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof drawings;

/** A small drawing. Without `label` it only accompanies words that stand right beside it. */
export function Icon({ name, label }: { readonly name: IconName; readonly label?: string }) {
  const named = label === undefined ? { "aria-hidden": "true" as const } : { role: "img", "aria-label": label };
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" {...named}>
      <path d={drawings[name]} />
    </svg>
  );
}
