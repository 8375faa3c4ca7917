import type { Hono } from "hono";
import type { HtmlEscapedString } from "hono/utils/html";
import { describePeople } from "../../../accounts/index.ts";
import { textOf } from "../../../ui/form-input.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { blockHosts } from "../../commands/moderation/block-hosts.ts";
import { blockPerson } from "../../commands/moderation/block-person.ts";
import { liftBlock } from "../../commands/moderation/lift-block.ts";
import { readHostList, writeHostList } from "../../model/host-list.ts";
import { blockOf, blocksOf, type Block } from "../../store/blocks.read.ts";
import { carryOut, refuse, type Act } from "../acts.ts";
import { underCommunity } from "../addresses.ts";
import { personFor } from "../person-for.ts";
import { visitingAsSteward, type CommunityRoutes, type CommunityVisit } from "../visit.ts";
import { BlocksPage, LiftPage, type BlockForms } from "./block-pages.tsx";

const base = "/communities/:handle/blocks";
const SHOWN = 200;
const EXPORTED = 10_000;

/** Whom a community keeps out. For stewards. */
export function blockRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.get(
    base,
    visitingAsSteward(routes, async (visit) => visit.c.html(await blocksPage(visit, {}))),
  );
  web.post(base, visitingAsSteward(routes, block));
  web.post(`${base}/list`, visitingAsSteward(routes, importList));
  web.get(`${base}/list.csv`, visitingAsSteward(routes, exportList));
  web.get(
    `${base}/lifting`,
    visitingAsSteward(routes, async (visit) => {
      const page = await liftPage(visit, visit.c.req.query("kind"), visit.c.req.query("subject"), untouched(visit));
      return page === undefined ? showNotFound(visit.c) : visit.c.html(page);
    }),
  );
  web.post(`${base}/lifting`, visitingAsSteward(routes, lift));
}

/** Whoever is named as an account is a person; anything else is a server. */
async function block(visit: CommunityVisit): Promise<Response> {
  const { c, community } = visit;
  const form = sentForm(c);
  const subject = textOf(form, "subject");
  const decision = { communityId: community.id, level: textOf(form, "level"), reason: textOf(form, "reason") };
  const act = actOn(visit, "blocked", (block) => ({ block }));
  if (!namesAccount(subject)) {
    const { level, ...rest } = decision;
    const fieldOf = (field: string) =>
      field.endsWith(".level") ? "level" : field.startsWith("blocks") ? "subject" : field;
    return carryOut(visit, blockHosts, { ...rest, blocks: [{ host: subject, level }] }, { ...act, fieldOf });
  }
  const found = await personFor(visit, subject);
  if (!found.ok) return refuse(c, { ...found.refusal, field: "subject" }, act);
  return carryOut(visit, blockPerson, { ...decision, personId: found.value }, act);
}

function importList(visit: CommunityVisit): Promise<Response> {
  const { c, community } = visit;
  const form = sentForm(c);
  const act = actOn(visit, "list-taken", (list) => ({ list }));
  const blocks = readHostList(textOf(form, "list"));
  if (blocks === undefined || blocks.length === 0) return refuse(c, { kind: "list-not-read", field: "list" }, act);
  const input = { communityId: community.id, blocks, reason: textOf(form, "listReason") };
  const fieldOf = (field: string) => (field === "reason" ? "listReason" : "list");
  return carryOut(visit, blockHosts, input, { ...act, fieldOf });
}

async function exportList({ c, application, community }: CommunityVisit): Promise<Response> {
  const hosts = await blocksOf(application.read, community.id, "host", { after: "", limit: EXPORTED });
  c.header("Content-Type", "text/csv; charset=utf-8");
  c.header("Content-Disposition", `attachment; filename="${community.handle}-blocks.csv"`);
  return c.body(writeHostList(hosts.map(({ subject, level, reason }) => ({ host: subject, level, reason }))));
}

async function lift(visit: CommunityVisit): Promise<Response> {
  const { c, community } = visit;
  const form = sentForm(c);
  const [kind, subject] = [textOf(form, "kind"), textOf(form, "subject")];
  const path = underCommunity(community, "blocks");
  const input = { communityId: community.id, kind, subject, reason: textOf(form, "reason") };
  return carryOut(visit, liftBlock, input, {
    page: path,
    onwards: () => ({ path, done: "lifted" }),
    again: async (refused) => (await liftPage(visit, kind, subject, refused)) ?? blocksPage(visit, { block: refused }),
  });
}

async function blocksPage(visit: CommunityVisit, forms: BlockForms): Promise<HtmlEscapedString> {
  const { application, community } = visit;
  const page = { after: visit.c.req.query("after") ?? "", limit: SHOWN };
  const [people, hosts] = await Promise.all([
    blocksOf(application.read, community.id, "person", { after: "", limit: SHOWN }),
    blocksOf(application.read, community.id, "host", page),
  ]);
  const described = await describePeople(
    application.read,
    people.map((known) => known.subject),
  );
  return (
    <BlocksPage
      visit={visit}
      people={people}
      hosts={hosts}
      described={described}
      forms={forms}
      hasMore={hosts.length === SHOWN}
    />
  );
}

async function liftPage(
  visit: CommunityVisit,
  kind: string | undefined,
  subject: string | undefined,
  form: FormState,
): Promise<HtmlEscapedString | undefined> {
  if ((kind !== "person" && kind !== "host") || subject === undefined) return undefined;
  const known: Block | undefined = await blockOf(visit.application.read, visit.community.id, kind, subject);
  if (known === undefined) return undefined;
  const people = await describePeople(visit.application.read, [known.subject, known.decidedBy]);
  return <LiftPage visit={visit} block={known} people={people} form={form} />;
}

function actOn(visit: CommunityVisit, done: string, forms: (form: FormState) => BlockForms): Act<unknown> {
  const path = underCommunity(visit.community, "blocks");
  return { page: path, onwards: () => ({ path, done }), again: (form) => blocksPage(visit, forms(form)) };
}

function namesAccount(subject: string): boolean {
  return /[^@\s]@[^@\s]|\/@|\/users?\//.test(subject);
}

function untouched({ c }: CommunityVisit): FormState {
  return untouchedForm(c.var.t);
}
