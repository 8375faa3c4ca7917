import { afterAll, beforeAll, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { federationExample } from "../../../../testing/federation-examples.ts";
import { openGatheringCast, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import { addTargets } from "../../commands/outreach/add-targets.ts";
import { askTarget } from "../../commands/outreach/ask-target.ts";
import { beginOutreach } from "../../commands/outreach/begin-outreach.ts";
import { targetsOf } from "../../store/outreach/targets.read.ts";
import { outreachObjects } from "./objects.ts";
import { inviting } from "./outbox.ts";

let cast: GatheringCast;
beforeAll(async () => {
  cast = await openGatheringCast();
});
afterAll(() => cast.close());

test("an invitation goes out as the document shows, and is served to the server of whoever it was sent to alone", async () => {
  const { application } = cast;
  const ada = await cast.person("Ada");
  const about = await cast.gathering(ada, await cast.community(ada));
  const typed = { name: "", language: null, country: "", software: "", size: null };
  const targets = [{ ...typed, address: "social.example" }];
  valueOf(await application.execute(addTargets, { ...about, targets }, byPerson(ada)));
  valueOf(await application.execute(beginOutreach, about, byPerson(ada)));
  const [target] = await targetsOf(application.read, about.gatheringId, { after: "", limit: 1 });
  const contact = {
    uri: "https://social.example/users/ana",
    handle: "@ana@social.example",
    host: "social.example",
    language: "en",
  };
  const input = { ...about, targetId: target?.id ?? "", contact };
  valueOf(await application.execute(askTarget, input, by({ kind: "clock" })));
  const event = cast.events.at(-1);
  const [outgoing] = event === undefined ? [] : await inviting.publish(application, event);
  expect(outgoing?.to).toEqual({ kind: "actors", uris: [contact.uri] });
  const shown = JSON.stringify(outgoing?.activity)
    .replaceAll(about.gatheringId, "019440a0-0000-7000-8000-000000000002")
    .replaceAll(target?.id ?? "none", "019440a0-0000-7000-8000-000000000009");
  expect(JSON.parse(shown)).toEqual(federationExample("out", "invitation"));

  const served = (requester: string | undefined) =>
    outreachObjects[0]?.load(application, { gathering: about.gatheringId, target: target?.id ?? "" }, requester);
  expect(await served("https://social.example/actor")).toMatchObject({ type: "Note" });
  expect(await served("https://other.example/actor")).toBe(undefined);
  expect(await served(undefined)).toBe(undefined);
});
