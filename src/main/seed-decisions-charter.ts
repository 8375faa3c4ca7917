import { proposeAmendment } from "../decisions/commands/charter/propose-amendment.ts";
import { setFirstCharter } from "../decisions/commands/charter/set-first-charter.ts";
import { giveStance } from "../decisions/commands/proposals/give-stance.ts";
import { openProposal } from "../decisions/commands/proposals/open-proposal.ts";
import { charterOf } from "../decisions/store/charter/charter.read.ts";
import { demoSteward } from "./seed-cast.ts";
import { zoneOfLeague as zone, type Stage } from "./seed-stage.ts";

const steward = demoSteward.name;
const opening =
  "We are few, and most of us run a server beside a job. So small things should need little, and what binds us all should need many.";

/** What the charter of the league says at first: of five matters. */
const matters = [
  { id: "charter", name: "This charter", way: "two-thirds", quorumPercent: "40", days: "7" },
  { name: "Spending up to 200 euros", way: "apache-lazy" },
  { name: "New members", way: "majority-with-quorum" },
  { name: "Moderation policy", way: "socialcoop-bylaws" },
  { name: "What binds every co-op", way: "consent", asks: "organisations" },
] as const;

/** At the beginning of the story: the stewards set the charter, and a member finds that spending needs more time. */
export async function seedFirstCharter(stage: Stage): Promise<void> {
  const { application, run, actorOf, communityId } = stage;
  await run(setFirstCharter, { communityId, opening, matters: [...matters] }, actorOf(steward));
  const charter = await charterOf(application.read, communityId);
  const amended = (charter?.matters ?? []).map(({ id, name, way, share, quorumPercent, days, putBy, settings }) => {
    const asks = typeof settings["asks"] === "string" ? settings["asks"] : "";
    const matter = { id, name, way, share, quorumPercent, days, putBy, asks };
    return name === "Spending up to 200 euros" ? { ...matter, way: "cotech-fund", days: 7 } : matter;
  });
  const { proposalId } = await run(
    proposeAmendment,
    {
      communityId,
      title: "A week for what we spend",
      text: "Three days passed twice while I was on a train. A week costs us nothing, and silence still approves.",
      language: "en",
      zone,
      closesAt: inDays(stage, 8),
      opening,
      matters: amended,
    },
    actorOf("Lucía Prado"),
  );
  for (const [name, choice, reason] of [
    ["Lucía Prado", 0, ""],
    ["Jonas Weide", 0, "We forgot to look, too."],
    ["Kiri Tamahori", 0, ""],
    ["Noa Lindqvist", 0, "A week is still short."],
    ["Pietro Salvi", 2, "Small things should stay quick."],
  ] as const) {
    await run(giveStance, { communityId, proposalId, ballot: { choice }, reason, by: "web" }, actorOf(name));
  }
}

/** Today: something is spent under the charter as it was amended. */
export async function seedCharter(stage: Stage, threadId: string): Promise<void> {
  const { application, run, actorOf, communityId } = stage;
  const charter = await charterOf(application.read, communityId);
  const matter = charter?.matters.find(({ name }) => name.startsWith("Spending"))?.id ?? "";
  const { proposalId } = await run(
    openProposal,
    {
      communityId,
      threadId,
      title: "A second disk for the shared backups",
      text: "The first one is nearly full. A used one costs 120 euros; Jonas would put it in.",
      method: "lazy-consent",
      matter,
      zone,
      closesAt: inDays(stage, 8),
    },
    actorOf("Tess Harrow"),
  );
  for (const name of ["Jonas Weide", "Yuki Aramaki"]) {
    await run(giveStance, { communityId, proposalId, ballot: { choice: 0 }, reason: "", by: "web" }, actorOf(name));
  }
}

function inDays({ application }: Stage, days: number): string {
  return application
    .clock()
    .add({ hours: 24 * days })
    .round("minute")
    .toString();
}
