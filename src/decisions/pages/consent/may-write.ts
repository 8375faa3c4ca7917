import { isOneVoice } from "../../model/consent/speaker.ts";
import type { Objection } from "../../store/consent/objections.read.ts";
import type { ConsentView } from "./consent-view.ts";

/** The objections that stand of whoever reads, or of the organisation for which they speak. */
export function ownObjections({ objections, speaker }: ConsentView): readonly Objection[] {
  return objections.filter(
    (objection) =>
      (objection.state === "qualified" || objection.state === "untested") &&
      speaker !== undefined &&
      isOneVoice(objection, speaker),
  );
}

/** Whether the reader can write anew now what the process would make of the charter. */
export function mayWriteAmendment(view: ConsentView): boolean {
  const { visit, isAuthor } = view;
  const { state, supersedes } = visit.consent;
  if (state === "draft") return isAuthor || (visit.isSteward && supersedes !== undefined);
  if (state !== "amend" && state !== "integrate") return false;
  return isAuthor || visit.isSteward || (state === "integrate" && ownObjections(view).length > 0);
}
