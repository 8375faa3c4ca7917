import { Field } from "../../../ui/components/field.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { UserText } from "../../../ui/text.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import type { HeldCommitment } from "../../store/commitments/commitments.read.ts";
import { gatheringPath } from "../addresses.ts";
import { ParticipantName } from "../participant-name.tsx";
import type { CommitmentsView, CommitmentView } from "./commitments-view.ts";

interface ItemProps {
  readonly view: CommitmentsView;
  readonly item: CommitmentView;
  readonly form: FormState;
}

/** One commitment with who, until when, and the buttons of whoever may answer for it. */
export function CommitmentItem({ view, item, form }: ItemProps) {
  const { commitment } = item;
  return (
    <li id={`commitment-${commitment.id}`}>
      <WhatIsPromised view={view} what={commitment.what} />
      <WhoAndWhen view={view} commitment={commitment} isOverdue={item.isOverdue} />
      <AskedBy view={view} item={item} />
      {commitment.state === "proposed" && !item.isOwn && (
        <p class="quiet">{view.visit.c.var.t("gatherings.commitments.waits")}</p>
      )}
      {commitment.state === "declined" && <p class="quiet">{view.visit.c.var.t("gatherings.commitments.declined")}</p>}
      {item.acts.length > 0 && <ActsOnCommitment view={view} item={item} form={form} />}
    </li>
  );
}

/** The name of a field for another day, which stands on the page once for each commitment. */
export function untilField(commitmentId: string): string {
  return `until-${commitmentId}`;
}

/** Whoever is asked is told by whom. */
function AskedBy({ view, item }: Omit<ItemProps, "form">) {
  const { t } = view.visit.c.var;
  const { state, ownerId, proposerId } = item.commitment;
  if (!item.isOwn || state !== "proposed" || ownerId === proposerId) return null;
  const person = () => <ParticipantName t={t} person={view.people.get(proposerId)} />;
  return <p class="quiet">{t.rich("gatherings.commitments.asked-by", { person })}</p>;
}

/** What is to be done, or that its words went with whoever wrote them. */
export function WhatIsPromised({ view, what }: { readonly view: CommitmentsView; readonly what: string }) {
  if (what === "") return <p class="quiet">{view.visit.c.var.t("gatherings.commitments.erased")}</p>;
  return <UserText text={what} />;
}

interface WhoAndWhenProps {
  readonly view: CommitmentsView;
  readonly commitment: HeldCommitment;
  readonly isOverdue: boolean;
}

export function WhoAndWhen({ view, commitment, isOverdue }: WhoAndWhenProps) {
  const { t } = view.visit.c.var;
  const owner = <ParticipantName t={t} person={view.people.get(commitment.ownerId)} />;
  const due = (
    <time datetime={commitment.due.toString()} class={isOverdue ? "overdue" : undefined}>
      {t(isOverdue ? "gatherings.commitments.was-due" : "gatherings.commitments.due", { day: t.date(commitment.due) })}
    </time>
  );
  return (
    <p class="commitment-who">
      {owner} · {due}
      {commitment.moves > 0 && <> · {t("gatherings.commitments.moved", { times: commitment.moves })}</>}
    </p>
  );
}

function ActsOnCommitment({ view, item, form }: ItemProps) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  const { commitment, acts } = item;
  const action = `${gatheringPath(gathering)}/commitments/${commitment.id}`;
  const plain = acts.filter((act) => act !== "move");
  return (
    <div class="commitment-acts">
      <Form frame={frame} action={action} label={commitment.what}>
        <p class="button-row">
          {plain.map((act) => (
            <Submit kind={act === "accept" || act === "finish" ? "main" : "quiet"} name="act" value={act}>
              {t(`gatherings.commitments.act.${act}`)}
            </Submit>
          ))}
        </p>
      </Form>
      {acts.includes("move") && (
        <Form frame={frame} action={action} label={t("gatherings.commitments.act.move-of", { what: commitment.what })}>
          <div class="field-row">
            <Field
              name={untilField(commitment.id)}
              label={t("gatherings.commitments.field.until")}
              form={form}
              type="date"
            />
            <Submit kind="quiet" name="act" value="move">
              {t("gatherings.commitments.act.move")}
            </Submit>
          </div>
        </Form>
      )}
    </div>
  );
}
