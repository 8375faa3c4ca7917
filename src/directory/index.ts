/** The front door of the directory: what other capabilities may call. */
export type { Looking } from "./model/look-up/looking.ts";
export { openLooking } from "./federation/open-looking.ts";
export { directoryLineSection } from "./pages/reading/line-section.tsx";
export { directorySection } from "./pages/directory-section.tsx";
