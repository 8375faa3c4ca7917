import type { Translator } from "../../../kernel/i18n/translator.ts";
import { UserName } from "../../../ui/text.tsx";
import type { CommentRequest } from "../../store/requests/requests.read.ts";
import { requestPath } from "./request-paths.ts";

interface RequestListProps {
  readonly t: Translator;
  readonly requests: readonly CommentRequest[];
}

/** Requests for comments one below the other: number, title, where each stands, and until when. */
export function RequestList({ t, requests }: RequestListProps) {
  if (requests.length === 0) return null;
  return (
    <ul class="thread-list">
      {requests.map((request) => (
        <li>
          <p class="thread-title">
            <a href={requestPath(request)}>
              {t("decisions.request.numbered", { number: request.number })} · <UserName name={request.title} />
            </a>
          </p>
          <p class="thread-line">
            {t(`decisions.request.state.${request.state}`)} ·{" "}
            {request.state === "last-call" && request.lastCallEndsAt !== undefined
              ? t("decisions.request.until", { time: t.briefDateTime(request.lastCallEndsAt) })
              : t("decisions.request.moved", { time: t.briefDateTime(request.movedAt) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
