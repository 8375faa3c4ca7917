import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import type { RolePart } from "../../store/roles/roles.read.ts";
import { gatheringPath } from "../addresses.ts";
import { ParticipantName } from "../participant-name.tsx";
import type { RolesView, RoleView } from "./roles-view.ts";

interface RoleItemProps {
  readonly view: RolesView;
  readonly item: RoleView;
}

/** One role: what it is, who holds it, and what the reader can do about it. */
export function RoleItem({ view, item }: RoleItemProps) {
  const { t } = view.visit.c.var;
  const { role, held, pending } = item;
  return (
    <li id={role}>
      <h3>{t(`gatherings.roles.name.${role}`)}</h3>
      <p class="quiet">{t(`gatherings.roles.duty.${role}`)}</p>
      {held.length + pending.length === 0 && (
        <p>{t(item.isAskedFor ? "gatherings.roles.asked-for" : "gatherings.roles.nobody")}</p>
      )}
      {[...held, ...pending].map((part) => (
        <PartLine view={view} part={part} />
      ))}
      <Suggested view={view} item={item} />
      {mayVolunteer(view, item) && <Volunteer view={view} item={item} />}
    </li>
  );
}

/** An organiser who has an answer to give or to wait for is not asked to do it themselves. */
function mayVolunteer({ visit, isOpen }: RolesView, { isFree, own, pending }: RoleView): boolean {
  return isOpen && isFree && own === undefined && !(visit.standing.organises && pending.length > 0);
}

function PartLine({ view, part }: { readonly view: RolesView; readonly part: RolePart }) {
  const { c, standing } = view.visit;
  const { t } = c.var;
  const isOwn = part.personId === standing.personId;
  const acts = view.isOpen ? actsOf(part, { isOwn, organises: standing.organises }) : [];
  return (
    <div class="role-part">
      <p>
        <ParticipantName t={t} person={view.people.get(part.personId)} />
        {part.state !== "held" && <> · {t(`gatherings.roles.state.${part.state}`)}</>}
      </p>
      {acts.length > 0 && <Acts view={view} part={part} acts={acts} />}
    </div>
  );
}

interface ActOnRole {
  readonly act: "yes" | "no";
  readonly words: string;
}

function Acts({
  view,
  part,
  acts,
}: {
  readonly view: RolesView;
  readonly part: RolePart;
  readonly acts: readonly ActOnRole[];
}) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  return (
    <Form
      frame={frame}
      action={`${gatheringPath(gathering)}/roles/${part.id}`}
      label={t(`gatherings.roles.name.${part.role}`)}
    >
      <p class="button-row">
        {acts.map(({ act, words }) => (
          <Submit kind={act === "yes" ? "main" : "quiet"} name="act" value={act}>
            {t(`gatherings.roles.act.${words}`)}
          </Submit>
        ))}
      </p>
    </Form>
  );
}

/** The buttons of one role of a person; what they say depends on who presses them. */
function actsOf(
  { state }: RolePart,
  { isOwn, organises }: { readonly isOwn: boolean; readonly organises: boolean },
): readonly ActOnRole[] {
  if (!isOwn && !organises) return [];
  const yes = { act: "yes", words: state === "offered" ? "accept" : "agree" } as const;
  switch (state) {
    case "offered":
      return isOwn ? [yes, { act: "no", words: "decline" }] : [{ act: "no", words: "take-back-offer" }];
    case "volunteered":
      return isOwn ? [{ act: "no", words: "withdraw" }] : [yes, { act: "no", words: "turn-down" }];
    case "held":
      return [{ act: "no", words: isOwn ? "step-back" : "take-back" }];
    default:
      return [];
  }
}

function Suggested({ view, item }: RoleItemProps) {
  const { t } = view.visit.c.var;
  const names = item.suggested.flatMap((id) => view.people.get(id)?.name ?? []);
  if (names.length === 0 || !view.isOpen) return null;
  return <p class="quiet">{t("gatherings.roles.whose-turn", { names: t.list(names) })}</p>;
}

function Volunteer({ view, item }: RoleItemProps) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  const name = t(`gatherings.roles.name.${item.role}`);
  return (
    <Form frame={frame} action={`${gatheringPath(gathering)}/roles`}>
      <input type="hidden" name="role" value={item.role} />
      <Submit kind="quiet" label={t("gatherings.roles.volunteer-as", { role: name })}>
        {t("gatherings.roles.volunteer")}
      </Submit>
    </Form>
  );
}
