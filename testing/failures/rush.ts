import { setTimeout as pause } from "node:timers/promises";
import { nativeVote } from "../native-vote.ts";
import type { RushedProposal, Voter } from "./rush-cast.ts";

/** The options of a stance, as a native poll names them, in the order of their places. */
export const stances = ["Agree", "Abstain", "Disagree", "Block"] as const;

/** A vote that is to be sent so many milliseconds before the closing, or after it when that is negative. */
export interface PlannedVote {
  readonly voter: Voter;
  /** The place of the option. */
  readonly choice: number;
  readonly beforeMs: number;
  /** Whether it is sent twice at once, as impatient people and busy servers do. */
  readonly twice: boolean;
}

/** What a voter knows of their vote once somebody has answered. */
export interface AnsweredVote extends PlannedVote {
  /** `taken` or `late` when the answer says so; `kept` when it only says that it was received before the closing; else `unclear`. */
  readonly answer: "taken" | "late" | "kept" | "unclear";
  /** How often it was sent before it was answered. */
  readonly tries: number;
}

/** Sends votes at their time, each until it is answered; `isUp` settles when it is worth trying again. */
export async function sendVotes(
  planned: readonly PlannedVote[],
  about: RushedProposal,
  isUp: () => Promise<unknown>,
): Promise<readonly AnsweredVote[]> {
  const { closesAt } = about;
  const closing = closesAt.epochMilliseconds;
  return Promise.all(
    planned.map(async (vote): Promise<AnsweredVote> => {
      await pause(Math.max(0, closing - vote.beforeMs - Temporal.Now.instant().epochMilliseconds));
      for (let tries = 1; ; tries += 1) {
        const sentAt = Temporal.Now.instant();
        const answers = await Promise.all(
          Array.from({ length: vote.twice ? 2 : 1 }, () => send(vote, about).catch(() => undefined)),
        );
        const [answer] = answers;
        if (answer !== undefined && answers.every((other) => other === answer)) {
          if (answer !== "received") return { ...vote, answer, tries };
          const answered = Temporal.Now.instant();
          // What was sent before may have been taken without an answer: only a first try is certainly late.
          const isLate = Temporal.Instant.compare(sentAt, closesAt) >= 0;
          if (isLate) return { ...vote, answer: tries === 1 ? "late" : "unclear", tries };
          return { ...vote, answer: Temporal.Instant.compare(answered, closesAt) < 0 ? "kept" : "unclear", tries };
        }
        await isUp();
      }
    }),
  );
}

async function send({ voter, choice }: PlannedVote, { proposalId, poll }: RushedProposal) {
  if (voter.way === "inbox") {
    const vote = nativeVote(voter.actor, poll, stances[choice] ?? "");
    const { status } = await voter.server.send(voter.actor, `${poll.actorUri}/inbox`, vote);
    return status === 202 ? "received" : undefined;
  }
  const typed = { "form-token": voter.token, choice: `${choice}`, reason: "" };
  const shown = await voter.browser.post(`/proposals/${proposalId}/stance`, typed);
  if (shown.status === 303 && shown.location?.includes("done=answered") === true) return "taken";
  return shown.words.includes("The count stands.") ? "late" : undefined;
}
