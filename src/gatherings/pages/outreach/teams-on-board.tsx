import { Form } from "../../../ui/components/form.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { UserName } from "../../../ui/text.tsx";
import { gatheringPath } from "../addresses.ts";
import { shownAddress } from "./board-table.tsx";
import type { BoardView } from "./board-view.ts";

/** The links by which instances bring their teams, who came by them, and how to take one back. */
export function TeamsOnBoard({ view }: { readonly view: BoardView }) {
  const { c, gathering, application } = view.visit;
  const { t, frame } = c.var;
  const bringing = view.targets.filter(({ id }) => view.teams.has(id));
  if (bringing.length === 0) return null;
  return (
    <Section id="teams" title={t("gatherings.outreach.teams")} explained={t("gatherings.outreach.teams-explained")}>
      {bringing.map((target) => {
        const team = view.teams.get(target.id);
        const members = view.members.filter(({ targetId }) => targetId === target.id);
        const link = new URL(`${gatheringPath(gathering)}/team/${team?.token ?? ""}`, application.origin).href;
        return (
          <section>
            <h3>
              <bdi>{shownAddress(target)}</bdi>
            </h3>
            {members.length > 0 && (
              <ul class="people-list">
                {members.map(({ name }) => (
                  <li>
                    <UserName name={name} />
                  </li>
                ))}
              </ul>
            )}
            {team?.isRevoked === true ? (
              <p>{t("gatherings.outreach.link-revoked")}</p>
            ) : (
              <>
                <p>
                  <code>{link}</code>
                </p>
                <Form frame={frame} action={`${gatheringPath(gathering)}/outreach/${target.id}/link-removal`}>
                  <Submit kind="quiet">{t("gatherings.outreach.revoke")}</Submit>
                </Form>
              </>
            )}
          </section>
        );
      })}
    </Section>
  );
}
