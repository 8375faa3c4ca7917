import { Form } from "../../../ui/components/form.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { gatheringPath } from "../addresses.ts";
import { Doors } from "../doors.tsx";
import type { GatheringView } from "../gathering/gathering-view.ts";

interface InterestDoorsProps {
  readonly view: GatheringView;
  readonly form: FormState;
}

/** Both ways onto the list of those who want to hear of the gathering, and the way off it. */
export function InterestDoors({ view, form }: InterestDoorsProps) {
  const { t } = view.visit.c.var;
  if (view.interest === "on-list") return <OnList view={view} />;
  return (
    <Doors view={view} form={form} instruction={t("gatherings.interest.from-fediverse")}>
      <InterestForm view={view} />
      <VisibilityLine>{t("gatherings.interest.visible")}</VisibilityLine>
    </Doors>
  );
}

/** One button that puts the reader on the list. */
export function InterestForm({ view, quiet = false }: { readonly view: GatheringView; readonly quiet?: boolean }) {
  const { c, gathering } = view.visit;
  return (
    <Form frame={c.var.frame} action={`${gatheringPath(gathering)}/interest`}>
      <Submit kind={quiet ? "quiet" : "main"}>{c.var.t("gatherings.interest.join")}</Submit>
    </Form>
  );
}

/** That the reader is on the list, what will come, and the way off. */
export function OnList({ view }: { readonly view: GatheringView }) {
  const { c, gathering } = view.visit;
  const { t, frame } = c.var;
  return (
    <>
      <p>{t("gatherings.interest.on-list")}</p>
      <Form frame={frame} action={`${gatheringPath(gathering)}/interest/leave`}>
        <Submit kind="quiet">{t("gatherings.interest.leave")}</Submit>
      </Form>
    </>
  );
}
