/** The front door of the directory: what other capabilities may call. */
export type { Looking } from "./model/look-up/looking.ts";
export type { Sharing } from "./model/sharing/sharing.ts";
export { openSharing } from "./federation/sharing/open-sharing.ts";
export { endFollowers } from "./commands/sharing/let-follow.ts";
export { directoryActorId } from "./model/sharing/directory-actor.ts";
export { openLooking } from "./federation/open-looking.ts";
export { directoryLineSection } from "./pages/reading/line-section.tsx";
export { directorySection } from "./pages/directory-section.tsx";
