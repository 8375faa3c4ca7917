import { afterAll, beforeAll, expect, test } from "vitest";
import { openCommunityCast, valueOf, type CommunityCast } from "../../../../testing/community-cast.ts";
import { servePages, type OpenBrowser } from "../../../../testing/page-visits.ts";
import { by, byPerson } from "../../../../testing/test-application.ts";
import { accountCatalogues } from "../../../accounts/messages/catalogue.ts";
import { circlesSchema } from "../../../circles/store/circles-schema.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { communityCatalogues } from "../../../communities/messages/catalogue.ts";
import { decisions } from "../../../decisions/capability.ts";
import { closeProposal } from "../../../decisions/commands/proposals/close-proposal.ts";
import { openProposal } from "../../../decisions/commands/proposals/open-proposal.ts";
import { recordDecision } from "../../../decisions/commands/register/record-decision.ts";
import { openThread } from "../../../decisions/commands/threads/open-thread.ts";
import { interfaceCatalogues } from "../../../ui/messages/catalogue.ts";
import { addEntry } from "../../commands/add-entry.ts";
import { settling } from "../../commands/ladder/settle-when-due.ts";
import { lookingJob } from "../../commands/look-up/look-job.ts";
import { askContact } from "../../commands/verification/ask-contact.ts";
import { confirmByContact } from "../../commands/verification/confirm-by-contact.ts";
import { directoryCatalogues } from "../../messages/catalogue.ts";
import { directorySchema } from "../../store/directory-schema.ts";
import { entryById } from "../../store/entries.read.ts";
import { directoryRoutes } from "../directory-routes.tsx";

let cast: CommunityCast;
let open: OpenBrowser;
let ana: PersonId;
let bo: PersonId;
let communityId: CommunityId;

beforeAll(async () => {
  cast = await openCommunityCast({
    schema: [...circlesSchema, ...decisions.schema, ...directorySchema],
    messages: [interfaceCatalogues, accountCatalogues, communityCatalogues, decisions.messages, directoryCatalogues],
    jobs: [lookingJob(undefined), settling, ...(decisions.jobs ?? [])],
  });
  open = servePages(cast.application, [(web, served) => directoryRoutes(web, served)]);
  ana = await cast.person("Ana", "loom.example");
  bo = await cast.person("Bo", "mill.example");
  communityId = await cast.community(ana);
});
afterAll(() => cast.close());

/** A place for which this person's account has answered. */
async function placeOf(host: string, name: string) {
  const { execute, read } = cast.application;
  const { entryId } = valueOf(await execute(addEntry, { domain: host }, byPerson(ana)));
  const uri = `https://${host}/users/${name}`;
  valueOf(await execute(askContact, { entryId, uri, handle: `@${name}@${host}`, language: "en" }, byPerson(ana)));
  const code = (await entryById(read, entryId))?.proofs.find(({ kind }) => kind === "account")?.code ?? "";
  valueOf(await execute(confirmByContact, { code, uri, hasMoved: false }, by({ kind: "visitor" })));
  return { entryId, page: `/directory/${entryId}` };
}

/** A decision in the community's register. */
async function decided(audience: "everyone" | "members", replaces = ""): Promise<string> {
  const { execute } = cast.application;
  const opened = { communityId, title: "Who speaks", text: "Bo?", language: "en", audience } as const;
  const { threadId } = valueOf(await execute(openThread, opened, byPerson(ana)));
  const closesAt = cast.clock.now().add({ hours: 24 }).toString();
  const put = { communityId, threadId, title: "Bo speaks for us", method: "stance", zone: "UTC", closesAt };
  const { proposalId } = valueOf(await execute(openProposal, put, byPerson(ana)));
  valueOf(await execute(closeProposal, { communityId, proposalId }, byPerson(ana)));
  const said = { communityId, proposalId, title: "Bo speaks for us", text: "For a year.", replaces };
  return valueOf(await execute(recordDecision, said, byPerson(ana))).decisionId;
}

const name = (page: string, person: PersonId, decisionId: string) =>
  open({ id: person, name: "Somebody" }).submit(`${page}/ladder`, `${page}/delegates`, {
    handle: "@bo@mill.example",
    decision: `https://gather.example/decisions/${decisionId}`,
    until: cast.clock
      .now()
      .add({ hours: 24 * 1_000 })
      .toZonedDateTimeISO("UTC")
      .toPlainDate()
      .toString(),
    scope: "",
  });
const stepOf = async (entryId: string) => (await entryById(cast.application.read, entryId))?.steps[0];

test("a delegate is named by a decision of a register here that is public, in force, and of one's own community, as long as it holds", async () => {
  const [loom, mill] = [await placeOf("loom.example", "ana"), await placeOf("mill.example", "bo")];
  const [decision, among] = [await decided("everyone"), await decided("members")];
  const refusal = "That must be a decision that everybody can read";
  expect((await name(loom.page, ana, among)).words).toContain(refusal);
  expect((await name(mill.page, bo, decision)).words).toContain(refusal);
  expect((await name(loom.page, ana, "0192f3c1-0000-7000-8000-000000000000")).words).toContain(refusal);
  expect(await stepOf(loom.entryId)).toBeUndefined();

  expect((await name(loom.page, ana, decision)).location).toContain("done=delegate-named");
  expect((await open().get(loom.page)).words).toContain("the decision, in a register of this server");
  cast.clock.pass({ hours: 24 * 366 });
  await cast.pump();
  expect(await stepOf(loom.entryId)).toMatchObject({ state: "proved" });

  await decided("everyone", decision);
  cast.clock.pass({ hours: 24 * 366 });
  await cast.pump();
  expect(await stepOf(loom.entryId)).toMatchObject({ state: "stale", fault: "not-in-force" });
});
