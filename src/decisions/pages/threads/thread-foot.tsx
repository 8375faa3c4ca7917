import { Details } from "../../../ui/components/section.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { UserText } from "../../../ui/text.tsx";
import { threadFeedPath, threadPath, threadsPath } from "../addresses.ts";
import { PersonName } from "../person-name.tsx";
import { looksAfter } from "./care-routes.tsx";
import type { ThreadView } from "./thread-view.ts";

/** The tags of a thread, each leading to the threads that share it. */
export function ThreadTags({ view }: { readonly view: ThreadView }) {
  const { community, c } = view.visit;
  if (view.tags.length === 0) return null;
  return (
    <ul class="tag-list" aria-label={c.var.t("decisions.thread.tags-title")}>
      {view.tags.map((tag) => (
        <li>
          <a href={`${threadsPath(community)}?tag=${encodeURIComponent(tag)}`} rel="tag">
            #{tag}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Below what was said: when and why a thread was closed and reopened, and the way to look after it. */
export function ThreadFoot({ view }: { readonly view: ThreadView }) {
  const { visit, turns, people, level } = view;
  const { t } = visit.c.var;
  return (
    <>
      {turns.length > 0 && (
        <Details summary={t("decisions.thread.turns-title")}>
          <ul class="turn-list">
            {turns.map((turn) => (
              <li>
                <p>
                  <BriefTime t={t} instant={turn.at} /> · {t(`decisions.thread.turn.${turn.what}`)}{" "}
                  <PersonName t={t} person={people.get(turn.personId)} />
                </p>
                <UserText text={turn.reason} />
              </li>
            ))}
          </ul>
        </Details>
      )}
      {visit.personId !== undefined && <p>{t(`decisions.following.now.${level ?? "unset"}`)}</p>}
      <p class="post-acts">
        {visit.personId !== undefined && (
          <a href={`${threadPath(visit.thread)}/following`}>{t("decisions.following.change")}</a>
        )}
        {looksAfter(visit) && <a href={`${threadPath(visit.thread)}/care`}>{t("decisions.thread.care-title")}</a>}
        {visit.thread.audience === "everyone" && (
          <a href={threadFeedPath(visit.thread)} type="application/atom+xml">
            {t("decisions.feed.link")}
          </a>
        )}
      </p>
    </>
  );
}
