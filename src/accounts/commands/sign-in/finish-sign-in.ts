import { accepted, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/person.ts";
import { settleProof, type Proof, type ProofRefusal, type Settled } from "./settle-proof.ts";
import { startSession, type SigningInBrowser, type SignInWay } from "./start-session.ts";

/** A sign-in that comes to its end. */
export interface FinishedSignIn {
  readonly proof: Proof;
  /** Who was signed in and adds an identity; null for signing in. */
  readonly addsTo: PersonId | null;
  readonly thenPath: string;
  readonly browser: SigningInBrowser;
  readonly way: SignInWay;
}

/** Where a browser goes after signing in, and what came of it. */
export type SignInOutcome = { readonly outcome: Settled["outcome"]; readonly thenPath: string };

/** Settles whose identity was proven, and begins a session if that is what it was proven for. */
export async function finishSignIn(
  context: CommandContext,
  { proof, addsTo, thenPath, browser, way }: FinishedSignIn,
): Promise<Result<SignInOutcome, ProofRefusal>> {
  const settled = await settleProof(context, proof, { addsTo, browserHash: browser.browserHash, thenPath });
  if (!settled.ok) return settled;
  const { outcome, personId } = settled.value;
  if (outcome === "signed-in") await startSession(context, personId, browser, way);
  return accepted({ outcome, thenPath });
}
