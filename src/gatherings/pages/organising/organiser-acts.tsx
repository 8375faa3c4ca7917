import { LinkButton } from "../../../ui/components/submit.tsx";
import { gatheringPath, pollPath } from "../addresses.ts";
import type { GatheringView } from "../gathering/gathering-view.ts";

/** What whoever organises the gathering can do besides the main act. */
export function OrganiserActs({ view }: { readonly view: GatheringView }) {
  const { t } = view.visit.c.var;
  const acts = actsOf(view);
  if (acts.length === 0) return null;
  return (
    <section class="organiser-acts" aria-labelledby="organise-title">
      <h3 id="organise-title">{t("gatherings.organise.title")}</h3>
      <ul>
        {acts.map(({ act, href }) => (
          <li>
            <a href={href}>{t(`gatherings.organise.${act}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The main act of an organiser who is to ask when, or to choose among the answers. */
export function OrganiserMainAct({ view, act }: { readonly view: GatheringView; readonly act: "ask" | "choose" }) {
  const path = pollPath(view.visit.gathering);
  const href = act === "ask" ? `${path}/new` : `${path}#choice`;
  return (
    <p>
      <LinkButton href={href}>{view.visit.c.var.t(`gatherings.organise.${act}`)}</LinkButton>
    </p>
  );
}

interface OrganiserAct {
  readonly act: string;
  readonly href: string;
}

function actsOf({ visit, sessions, series, questions: asked }: GatheringView): readonly OrganiserAct[] {
  const path = gatheringPath(visit.gathering);
  const asks = asked.asked.length > 0;
  const set = { act: "set", href: `${path}/date` };
  const settings = { act: "settings", href: `${path}/settings` };
  const agenda = { act: "agenda", href: `${path}/agenda/edit` };
  const seats = { act: "seats", href: `${path}/seats` };
  const questions = { act: "questions", href: `${path}/questions/choice` };
  const answers = { act: "question-answers", href: `${path}/questions/answers` };
  const outreach = { act: "outreach", href: `${path}/outreach` };
  const people = { act: "people", href: `${path}/people` };
  const again = { act: "again", href: `${path}/again` };
  const repeat = series === undefined ? [{ act: "repeat", href: `${path}/series` }] : [];
  const room = { act: "room", href: `${path}/room` };
  const outlets = { act: "outlets", href: `${path}/outlets` };
  switch (visit.gathering.state) {
    case "idea":
      return [set, agenda, outreach, seats, questions, outlets, settings];
    case "asking-when":
      return [
        { act: "answers", href: pollPath(visit.gathering) },
        set,
        { act: "ask-anew", href: `${pollPath(visit.gathering)}/new` },
        agenda,
        outreach,
        seats,
        questions,
        outlets,
        settings,
      ];
    case "date-set":
      return [
        agenda,
        people,
        ...(asks ? [answers] : []),
        outreach,
        seats,
        questions,
        room,
        ...repeat,
        outlets,
        settings,
      ];
    case "held":
    case "minuted":
      return [people, ...(asks ? [answers] : []), again, ...repeat, outlets];
    case "cancelled":
      return sessions.length === 0 ? [again] : [people, ...(asks ? [answers] : []), again];
  }
}
