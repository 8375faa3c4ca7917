import type { Hono } from "hono";
import { formOrKept } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { setRoom } from "../../commands/room/set-room.ts";
import { roomOf } from "../../store/room/rooms.read.ts";
import { aboutOf, byKind, carryOut } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visiting, visitingAsOrganiser } from "../visit.ts";
import { RoomPage } from "./room-page.tsx";

/** Naming the video room. */
export function roomRoutes(web: Hono<PageEnv>, application: Application): void {
  const path = "/gatherings/:id/room";
  web.get(
    path,
    visitingAsOrganiser(application, async (visit) => {
      const form = await formOrKept(visit.c, application, visit.c.req.path);
      const room = await roomOf(application.read, visit.gathering.id);
      return visit.c.html(<RoomPage visit={visit} form={form} room={room} />);
    }),
  );
  web.post(
    path,
    visiting(application, (visit) => {
      const input = { ...aboutOf(visit.gathering), link: textOf(sentForm(visit.c), "link") };
      return carryOut(visit, setRoom, input, {
        page: visit.c.req.path,
        onwards: () => ({ path: gatheringPath(visit.gathering), done: "room-set" }),
        again: (form) => <RoomPage visit={visit} form={form} room={undefined} />,
        fieldFor: byKind({ "not-a-room-link": "link" }),
      });
    }),
  );
}
