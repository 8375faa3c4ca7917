/** The front door of decisions: what other capabilities and the composition may call. */
export { communitySection } from "./pages/sections.tsx";
export { openThread } from "./commands/threads/open-thread.ts";
export { threadById, type Thread } from "./store/threads/threads.read.ts";
export { publicDecision } from "./store/register/public-decision.read.ts";
