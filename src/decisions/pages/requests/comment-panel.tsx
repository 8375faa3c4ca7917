import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { LinkButton } from "../../../ui/components/submit.tsx";
import { asksForComments } from "../../model/requests/request.ts";
import { threadPath } from "../addresses.ts";
import type { RequestView } from "./request-view.ts";

/** What somebody who reads a request can do now: comment, and until when; or why not. */
export function CommentPanel({ view }: { readonly view: RequestView }) {
  const { request, thread, c } = view.visit;
  const { t } = c.var;
  const meaning = t(`decisions.request.meaning.${request.state}`);
  if (!asksForComments(request.state)) {
    return (
      <ActPanel title={t(`decisions.request.state.${request.state}`)}>
        <p>{meaning}</p>
      </ActPanel>
    );
  }
  const until = request.lastCallEndsAt;
  return (
    <ActPanel
      title={t("decisions.request.comment")}
      {...(until !== undefined && { until: t("decisions.request.until", { time: t.dateTime(until) }) })}
    >
      <p>{meaning}</p>
      <LinkButton href={`${threadPath(thread)}#act`}>{t("decisions.request.write-comment")}</LinkButton>
      {thread.audience === "everyone" && <p>{t("decisions.request.by-reply")}</p>}
    </ActPanel>
  );
}
