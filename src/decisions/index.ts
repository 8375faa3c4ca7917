/** The front door of decisions: what other capabilities and the composition may call. */
export { communitySection } from "./pages/sections.tsx";
