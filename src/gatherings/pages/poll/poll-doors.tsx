import { LinkButton } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { gatheringPath, pollPath } from "../addresses.ts";
import { Doors } from "../doors.tsx";
import type { GatheringView } from "../gathering/gathering-view.ts";
import { InterestForm, OnList } from "../interest/interest-doors.tsx";

/** Both ways to say which times suit: the native poll, and the grid with every time. */
export function PollDoors({ view, form }: { readonly view: GatheringView; readonly form: FormState }) {
  const { t } = view.visit.c.var;
  const { poll } = view;
  const times = poll?.slots.length ?? 0;
  // Without a slot that travels there is no poll to open, and following is all one can do there.
  const travels = poll?.slots.some(({ nativeLabel }) => nativeLabel !== undefined) === true;
  const opens = travels ? `${gatheringPath(view.visit.gathering)}/polls/${poll.id}` : undefined;
  return (
    <>
      <Doors
        view={view}
        form={form}
        instruction={t(travels ? "gatherings.poll.from-fediverse" : "gatherings.interest.from-fediverse")}
        opens={opens}
      >
        <LinkButton href={pollPath(view.visit.gathering)}>{t("gatherings.poll.open-grid", { times })}</LinkButton>
        <VisibilityLine>{t("gatherings.poll.visible")}</VisibilityLine>
      </Doors>
      {view.interest === "on-list" ? <OnList view={view} /> : <InterestForm view={view} quiet />}
    </>
  );
}
