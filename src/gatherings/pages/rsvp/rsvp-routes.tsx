import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { answerRsvp } from "../../commands/answer-rsvp.ts";
import { aboutOf, byKind, carryOut } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { GatheringPage } from "../gathering/gathering-page.tsx";
import { readGatheringView } from "../gathering/gathering-view.ts";
import { visiting, visitingAsOrganiser } from "../visit.ts";
import { showPeople } from "./people-page.tsx";
import { rsvpLabels } from "./rsvp-doors.tsx";

/** Saying whether one comes, and for organisers everyone who did. */
export function rsvpRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get("/gatherings/:id/people", visitingAsOrganiser(application, showPeople));
  web.post(
    "/gatherings/:id/rsvp",
    visiting(application, (visit) => {
      const sent = sentForm(visit.c);
      // Whoever does not come brings nobody; the field is there for the others.
      const people = textOf(sent, "people") === "" ? "1" : textOf(sent, "people");
      const answer = textOf(sent, "answer") as "going";
      const seat = textOf(sent, "seat") as "";
      const input = { ...aboutOf(visit.gathering), sessionId: textOf(sent, "sessionId"), answer, people, seat };
      return carryOut(visit, answerRsvp, input, {
        page: gatheringPath(visit.gathering),
        onwards: () => ({ path: gatheringPath(visit.gathering), done: "said" }),
        again: async (form) => {
          const view = await readGatheringView(visit);
          return (
            <GatheringPage
              view={view}
              form={form}
              notice={<RefusalSummary form={form} fields={rsvpLabels(form.t)} />}
            />
          );
        },
        fieldFor: byKind({
          "party-size-out-of-range": "people",
          "party-exceeds-capacity": "people",
          "no-room-for-larger-party": "people",
          "no-audience-seats": "answer",
          "delegate-comes-alone": "people",
          "seat-not-open": "seat",
          "seat-for-members": "seat",
          "seat-for-instances": "seat",
          "seat-to-choose": "seat",
          "not-eligible": "answer",
        }),
      });
    }),
  );
}
