import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { pollPath } from "../addresses.ts";
import type { PollView } from "./poll-view.ts";

/** Until when the poll is open, how many answered, and the way to the form. */
export function PollStatus({ view }: { readonly view: PollView }) {
  const { t } = view.visit.c.var;
  const { poll, isOpen, answered } = view;
  const until = (
    <>
      {t(isOpen ? "gatherings.act.until" : "gatherings.poll.closed-at")}{" "}
      <TimeText t={t} instant={poll.closedAt ?? poll.closesAt} organiserZone={poll.zone} />
    </>
  );
  return (
    <ActPanel title={t(isOpen ? "gatherings.poll.is-open" : "gatherings.poll.is-closed")} until={until}>
      <p>{t("gatherings.poll.answered", { people: answered })}</p>
      <NextStep view={view} />
    </ActPanel>
  );
}

function NextStep({ view }: { readonly view: PollView }) {
  const { c, gathering, standing } = view.visit;
  const { t, frame } = c.var;
  if (!view.isOpen) {
    if (!standing.organises || gathering.state !== "asking-when") return null;
    return (
      <LinkButton href={view.answered === 0 ? `${pollPath(gathering)}/new` : "#choice"}>
        {t(view.answered === 0 ? "gatherings.organise.ask-anew" : "gatherings.act-short.choose")}
      </LinkButton>
    );
  }
  return (
    <>
      <LinkButton href="#answer">{t("gatherings.poll.to-grid")}</LinkButton>
      {standing.organises && (
        <Form frame={frame} action={`${pollPath(gathering)}/closing`}>
          <Submit kind="quiet">{t("gatherings.poll.close-now")}</Submit>
        </Form>
      )}
    </>
  );
}
