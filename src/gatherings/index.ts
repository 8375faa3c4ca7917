/** The front door of gatherings: what other capabilities and the composition may call. */
export { communitySection, ownSection, upcomingSection } from "./pages/sections.tsx";
