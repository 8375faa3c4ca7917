import { meetRemoteActor } from "../accounts/index.ts";
import { addEntry } from "../directory/commands/add-entry.ts";
import { sayOfEntry } from "../directory/commands/say-of-entry.ts";
import { replyForPlace } from "../directory/commands/replies/reply-for-place.ts";
import { suggestPlace } from "../directory/commands/suggestions/suggest-place.ts";
import { takeOverList } from "../directory/commands/take-over-list.ts";
import { entryByDomain } from "../directory/store/entries.read.ts";
import { seedLadder } from "./seed-directory-ladder.ts";
import { seedLooks } from "./seed-directory-looks.ts";
import type { Stage } from "./seed-stage.ts";

/** Places as the cast knows them: a list of a wiki page, and what two people say of one of them, who do not agree. */
const table = `
| Name | Instance | Country | Legal form | Type | Governance | Status | Since | Source |
|---|---|---|---|---|---|---|---|---|
| Plum Social | plum.example | IT | association | association | assembly of all members, twice a month | active | 2019 | https://wiki.example/plum |
| Harbour | harbour.example | PT | co-operative of members | cooperative | elected board, members vote on the budget | active | 2021 | https://wiki.example/harbour |
| Loom House | loom.example | DE | | collective | consent in working groups | active | 2018 | https://wiki.example/loom |
| Old Mill | mill.example | FR | association | association | | closed (2022) | 2017 | https://wiki.example/mill |
| Signal Works | works.example | GB | worker co-op | ally | | active | 2015 | https://wiki.example/works |
`;

/** What the directory of the league holds. */
export async function seedDirectory(stage: Stage): Promise<void> {
  const { run, actorOf } = stage;
  await run(takeOverList, { from: "given", list: table, called: "wiki.example" }, { kind: "server" });
  const { entryId } = await run(
    addEntry,
    {
      domain: "orchard.example",
      name: "The Orchard",
      country: ["international"],
      languages: ["en", "es"],
      ownership: "member_coop",
      practice: ["consensus", "working_groups"],
      howItDecides: "Everybody who pays a fee, however small, proposes and decides; groups care for what they took on.",
      joining: "application",
      lifecycle: "active",
      source: "https://orchard.example/about",
      certainty: "high",
    },
    actorOf("Ines Farkas"),
  );
  await run(
    sayOfEntry,
    {
      entryId,
      ownership: "collective_unincorporated",
      source: "https://orchard.example/bylaws",
      certainty: "medium",
    },
    actorOf("Pietro Salvi"),
  );
  await seedLooks(stage);
  await seedManners(stage);
  await seedLadder(stage);
}

/** Places that people of the league suggest, and what one of them replies to what is said of it. */
async function seedManners({ application, run, actorOf }: Stage): Promise<void> {
  const granary = { host: "granary.example", note: "They bake bread and run a server for their street, by assembly." };
  await run(suggestPlace, granary, actorOf("Pietro Salvi"));
  await run(suggestPlace, { host: "ferry.example" }, actorOf("Ines Farkas"));
  const uri = "https://plum.example/users/plum";
  const facts = { uri, handle: "@plum@plum.example", host: "plum.example", name: "Plum Social", url: uri };
  const { personId } = await run(meetRemoteActor, facts, { kind: "visitor" });
  const plum = await entryByDomain(application.read, "plum.example");
  const text = "The assembly meets once a month since last spring, and minutes are public.";
  const actor = { kind: "person", personId } as const;
  await run(replyForPlace, { entryId: plum?.id ?? "", text, language: "en" }, actor);
}
