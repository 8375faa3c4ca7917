import { describePeople } from "../../../accounts/index.ts";
import { DefinitionList } from "../../../ui/components/definition-list.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { roles, type Role } from "../../model/roles/role.ts";
import { lastHelperCall, roleHoldersOf } from "../../store/roles/roles.read.ts";
import { gatheringPath } from "../addresses.ts";
import { ParticipantName } from "../participant-name.tsx";
import type { GatheringVisit } from "../visit.ts";

/** Who holds which role, and what is still asked for, on the gathering's own page; nothing where there is neither. */
export async function RolesSummary({ visit }: { readonly visit: GatheringVisit }) {
  const { c, application, gathering, standing } = visit;
  const { t } = c.var;
  const held = await roleHoldersOf(application.read, gathering.id);
  const call = await lastHelperCall(application.read, gathering.id);
  const isOpen = gathering.state === "idea" || gathering.state === "asking-when" || gathering.state === "date-set";
  const wanted = isOpen ? (call?.roles ?? []).filter((role) => !held.some((part) => part.role === role)) : [];
  if (held.length + wanted.length === 0 && !(standing.organises && isOpen)) return null;
  const people = await describePeople(
    application.read,
    held.map(({ personId }) => personId),
  );
  const namesOf = (role: Role) =>
    held
      .filter((part) => part.role === role)
      .map(({ personId }) => (
        <div>
          <ParticipantName t={t} person={people.get(personId)} />
        </div>
      ));
  return (
    <Section id="roles" title={t("gatherings.roles.title")}>
      {held.length === 0 && <p>{t("gatherings.roles.none-held")}</p>}
      <DefinitionList
        definitions={roles
          .filter((role) => held.some((part) => part.role === role))
          .map((role) => ({ term: t(`gatherings.roles.name.${role}`), definition: <>{namesOf(role)}</> }))}
      />
      {wanted.length > 0 && (
        <p>
          {t("gatherings.roles.wanted", { roles: t.list(wanted.map((role) => t(`gatherings.roles.name.${role}`))) })}
        </p>
      )}
      <p>
        <a href={`${gatheringPath(gathering)}/roles`}>
          {t(wanted.length > 0 ? "gatherings.roles.link-help" : "gatherings.roles.link")}
        </a>
      </p>
    </Section>
  );
}
