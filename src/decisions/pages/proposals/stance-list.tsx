import { Pagination } from "../../../ui/components/pagination.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { UserText } from "../../../ui/text.tsx";
import { viewsOf } from "../../methods/shown.ts";
import { proposalPath } from "../addresses.ts";
import { VoiceMark } from "../voice/voice-mark.tsx";
import { Speaker } from "../electorate/speaker.tsx";
import { stancesPerPage, type ProposalView } from "./proposal-view.ts";

/** Who said what and why, the newest first. */
export function StanceList({ view }: { readonly view: ProposalView }) {
  const { visit, stances, names, skipped, answered } = view;
  const { c, proposal } = visit;
  const { t } = c.var;
  const views = viewsOf(proposal);
  const path = proposalPath(proposal);
  const next = skipped + stancesPerPage;
  return (
    <>
      <ul class="stance-list">
        {stances.map((stance) => (
          <li>
            <p class="stance-line">
              <Speaker view={view} personId={stance.personId} />:{" "}
              <strong>{views.inWords(stance.ballot, names, t)}</strong>{" "}
              <span class="stance-when">
                <BriefTime t={t} instant={stance.givenAt} />
                {stance.changes > 0 && ` · ${t("decisions.stance.changed", { changes: stance.changes })}`}
                <VoiceMark view={view} stance={stance} />
              </span>
            </p>
            {stance.reason !== "" && <UserText text={stance.reason} />}
          </li>
        ))}
      </ul>
      <Pagination
        t={t}
        label={t("decisions.stances.title")}
        previous={skipped === 0 ? undefined : `${path}?skip=${Math.max(0, skipped - stancesPerPage)}#stances`}
        next={next < answered ? `${path}?skip=${next}#stances` : undefined}
      />
    </>
  );
}
