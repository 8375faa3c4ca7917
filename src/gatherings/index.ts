/** The front door of gatherings: what other capabilities and the composition may call. */
export { communitySection, ownSection, upcomingSection } from "./pages/sections.tsx";
// How a promise of one person lives and is answered in words: other capabilities keep rows of their own, and the same promises.
export {
  actsOn,
  applyCommitmentAct,
  checkDue,
  commitmentActs,
  type CommitmentAct,
  type CommitmentRefusal,
  type DueRefusal,
} from "./model/commitments/commitment.ts";
export { askingInstant, isToBeAsked } from "./model/commitments/asking-after.ts";
export {
  mostCharactersPromised,
  readCommitmentAnswer,
  type CommitmentAnswer,
} from "./model/commitments/read-answer.ts";
// Others that know places may put them on the board of a gathering; who may do so stays the gathering's to say.
export { addTargets } from "./commands/outreach/add-targets.ts";
export {
  boardOf,
  boardsToFill,
  keptOffBoard,
  type BoardToFill,
  type KeptOffBoard,
} from "./commands/outreach/boards-to-fill.ts";
