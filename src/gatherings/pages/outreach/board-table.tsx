import { DataTable } from "../../../ui/components/data-table.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { BriefTime } from "../../../ui/components/time-text.tsx";
import { UserName } from "../../../ui/text.tsx";
import { shownHandle, shownHost } from "../../../kernel/text/handle.ts";
import type { Target } from "../../store/outreach/targets.read.ts";
import { gatheringPath } from "../addresses.ts";
import { ParticipantName } from "../participant-name.tsx";
import type { BoardView } from "./board-view.ts";

/** Whom the gathering reaches out to, one a row: where they stand, and what they said. */
export function BoardTable({ view }: { readonly view: BoardView }) {
  const { c, gathering } = view.visit;
  const { t } = c.var;
  const path = `${gatheringPath(gathering)}/outreach`;
  return (
    <>
      <DataTable
        t={t}
        caption={t("gatherings.outreach.caption")}
        columns={[
          { label: t("gatherings.outreach.whom") },
          { label: t("gatherings.outreach.standing") },
          { label: t("gatherings.outreach.answer") },
        ]}
        rows={view.targets.map((target) => [
          <Whom view={view} target={target} />,
          <Standing view={view} target={target} />,
          answerInWords(view, target),
        ])}
      />
      <Pagination
        t={t}
        label={t("gatherings.outreach.title")}
        previous={c.req.query("after") === undefined ? undefined : path}
        next={view.next === undefined ? undefined : `${path}?after=${view.next}`}
      />
    </>
  );
}

/** An address as people may trust it. */
export function shownAddress({ kind, address }: Pick<Target, "kind" | "address">): string {
  if (kind === "email") return address;
  return kind === "instance" ? shownHost(address) : shownHandle(address);
}

function Whom({ view, target }: { readonly view: BoardView; readonly target: Target }) {
  const { t } = view.visit.c.var;
  const language = target.language === null ? undefined : t.languageName(target.language);
  const country = target.country === "" ? undefined : t.countryName(target.country);
  const known = [country, language, target.software].filter((text) => text !== undefined && text !== "");
  return (
    <>
      {target.name !== "" && (
        <div>
          <UserName name={target.name} />
        </div>
      )}
      <div>
        <bdi>{shownAddress(target)}</bdi>
      </div>
      {known.length > 0 && <div class="quiet">{known.join(" · ")}</div>}
    </>
  );
}

function Standing({ view, target }: { readonly view: BoardView; readonly target: Target }) {
  const { t } = view.visit.c.var;
  const { state, askedAt, askedBy, contact, answer, isSeen } = target;
  // An answer says more than that it was seen.
  const seen = isSeen && answer === undefined;
  if (state === "listed") return <Listed view={view} target={target} />;
  if (state !== "asked" || askedAt === undefined) return <>{t(`gatherings.outreach.state.${state}`)}</>;
  return (
    <>
      {t(`gatherings.outreach.state.${seen ? "seen" : "asked"}`)} <BriefTime t={t} instant={askedAt} />
      <div class="quiet">
        {askedBy !== undefined && <ParticipantName t={t} person={view.askers.get(askedBy)} />}
        {target.kind === "instance" && contact !== undefined && (
          <> {t("gatherings.outreach.at", { handle: shownHandle(contact.handle) })}</>
        )}
      </div>
    </>
  );
}

function Listed({ view, target }: { readonly view: BoardView; readonly target: Target }) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  return (
    <>
      {t("gatherings.outreach.state.listed")}
      <Form frame={frame} action={`${gatheringPath(gathering)}/outreach/${target.id}/removal`}>
        <Submit kind="quiet" label={t("gatherings.outreach.drop-of", { target: shownAddress(target) })}>
          {t("gatherings.outreach.drop")}
        </Submit>
      </Form>
    </>
  );
}

function answerInWords(view: BoardView, { answer, people }: Target): string {
  const { t } = view.visit.c.var;
  if (answer === undefined) return "–";
  return t("gatherings.outreach.said", { answer, people: people ?? 1 });
}
