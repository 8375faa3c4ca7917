import { formOrKept } from "../../../accounts/index.ts";
import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { textOf, textsOf } from "../../../ui/form-input.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { openSeats } from "../../commands/seats/open-seats.ts";
import { openableKinds } from "../../model/seats/seating.ts";
import { seatingOf } from "../../store/seats/seats.read.ts";
import { aboutOf, byKind, carryOut } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visiting, visitingAsOrganiser, type GatheringVisit } from "../visit.ts";
import { placesField, SeatsPage } from "./seats-page.tsx";

/** Saying who may come to a gathering. */
export function seatsRoutes(web: Hono<PageEnv>, application: Application): void {
  const page = ({ gathering }: GatheringVisit) => `${gatheringPath(gathering)}/seats`;
  web.get(
    "/gatherings/:id/seats",
    visitingAsOrganiser(application, async (visit) => {
      const form = await formOrKept(visit.c, application, page(visit));
      const seating = await seatingOf(application.read, visit.gathering);
      return visit.c.html(<SeatsPage visit={visit} seating={seating} form={form} />);
    }),
  );
  web.post(
    "/gatherings/:id/seats",
    visiting(application, (visit) => {
      const sent = sentForm(visit.c);
      const ticked = openableKinds.filter((kind) => textsOf(sent, "kinds").includes(kind));
      const kinds = ticked.map((kind) => ({ kind, places: textOf(sent, placesField(kind)) }));
      const input = { ...aboutOf(visit.gathering), kinds, reason: textOf(sent, "reason") };
      return carryOut(visit, openSeats, input, {
        page: page(visit),
        onwards: () => ({ path: gatheringPath(visit.gathering), done: "seats" }),
        again: async (form) => {
          const seating = await seatingOf(application.read, visit.gathering);
          return <SeatsPage visit={visit} seating={seating} form={form} />;
        },
        fieldFor: byKind({ "seats-need-reason": "reason" }),
        fieldOf: (field) => {
          const [, place] = /^kinds\.(\d)\.places$/.exec(field) ?? [];
          const kind = place === undefined ? undefined : ticked[Number(place)];
          return kind === undefined ? field : placesField(kind);
        },
      });
    }),
  );
}
