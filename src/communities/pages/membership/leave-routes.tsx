import type { Hono } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import { describePeople, type PersonDescription } from "../../../accounts/index.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Select } from "../../../ui/components/choice.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { shownName } from "../../../kernel/text/neutral.ts";
import { leaveCommunity } from "../../commands/membership/leave-community.ts";
import { membersOf, stewardsOf } from "../../store/members.read.ts";
import { carryOut } from "../acts.ts";
import { communityPath, underCommunity } from "../addresses.ts";
import { communityOfPage, visitingAsMember, type CommunityRoutes, type CommunityVisit } from "../visit.ts";

const CANDIDATES = 200;

/** Leaving a community; the last steward names who goes on with its care. */
export function leaveRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.get(
    "/communities/:handle/leave",
    visitingAsMember(routes, async (visit) => visit.c.html(await leavePage(visit, untouchedForm(visit.c.var.t)))),
  );
  web.post(
    "/communities/:handle/leave",
    visitingAsMember(routes, (visit) => {
      const successor = textOf(sentForm(visit.c), "successorId");
      const input = { communityId: visit.community.id, successorId: successor === "" ? undefined : successor };
      return carryOut(visit, leaveCommunity, input, {
        page: underCommunity(visit.community, "leave"),
        onwards: () => ({ path: communityPath(visit.community), done: "left" }),
        again: (form) => leavePage(visit, form),
      });
    }),
  );
}

async function leavePage(visit: CommunityVisit, form: FormState): Promise<HtmlEscapedString> {
  const { c, community, role } = visit;
  const { frame, t } = c.var;
  const title = t("communities.leave.title", { community: community.name });
  const candidates = role === "steward" ? await successorsFor(visit) : undefined;
  return (
    <Page
      frame={frame}
      title={title}
      community={communityOfPage(community)}
      notice={<RefusalSummary form={form} fields={{ successorId: t("communities.field.successorId") }} />}
      head={<PageHead frame={frame} name={title} sentence={t("communities.leave.sentence")} />}
      act={{ panel: <LeavePanel visit={visit} form={form} candidates={candidates} /> }}
      unlisted
    />
  );
}

interface LeavePanelProps {
  readonly visit: CommunityVisit;
  readonly form: FormState;
  /** Whom the last steward may name; undefined when nobody need be named. */
  readonly candidates: readonly PersonDescription[] | undefined;
}

function LeavePanel({ visit, form, candidates }: LeavePanelProps) {
  const { c, community } = visit;
  const { frame, t } = c.var;
  const title = t("communities.leave.act");
  if (candidates?.length === 0) return <ActPanel title={title} cannot={t("communities.leave.nobody")} />;
  return (
    <ActPanel title={title}>
      <Form frame={frame} action={underCommunity(community, "leave")}>
        {candidates !== undefined && (
          <Select
            name="successorId"
            label={t("communities.field.successorId")}
            hint={t("communities.leave.successor-hint")}
            form={form}
            options={candidates.map((person) => ({ value: person.id, label: nameOf(person) }))}
          />
        )}
        <Submit kind="stop">{t("communities.leave.submit")}</Submit>
      </Form>
    </ActPanel>
  );
}

/** Other members, when the reader is the last steward. */
async function successorsFor({ application, community, personId }: CommunityVisit) {
  const stewards = await stewardsOf(application.read, community.id);
  if (stewards.length > 1) return undefined;
  const members = await membersOf(application.read, community.id, { after: "", limit: CANDIDATES });
  const others = members.filter((member) => member.personId !== personId).map((member) => member.personId);
  const people = await describePeople(application.read, others);
  return others.flatMap((id) => people.get(id) ?? []);
}

function nameOf(person: PersonDescription): string {
  return shownName(`${person.name ?? ""} ${person.handle ?? ""}`.trim(), 120);
}
