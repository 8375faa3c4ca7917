import { recordLook } from "../directory/commands/look-up/record-look.ts";
import { askContact } from "../directory/commands/verification/ask-contact.ts";
import { beginProof } from "../directory/commands/verification/begin-proof.ts";
import { confirmByContact } from "../directory/commands/verification/confirm-by-contact.ts";
import type { Fact } from "../directory/model/look-up/look.ts";
import type { DescribedEntry } from "../directory/model/entry.ts";
import { entryByDomain, entryById } from "../directory/store/entries.read.ts";
import type { Stage } from "./seed-stage.ts";

const clock = { kind: "clock" } as const;
const nothing = { facts: [], shown: [], sawAllWays: true, contact: "no-answer" } as const;

/** What the servers of the league's places said when they were looked at, and what two of them proved. */
export async function seedLooks(stage: Stage): Promise<void> {
  const plum = await entryOf(stage, "plum.example");
  await stage.run(beginProof, { entryId: plum.id }, stage.actorOf("Ines Farkas"));
  await stage.run(recordLook, { ...(await shown(stage, plum)), ...serverOfPlum }, clock);
  const uri = "https://plum.example/users/plum";
  const asked = { entryId: plum.id, uri, handle: "@plum@plum.example", language: "en" } as const;
  await stage.run(askContact, asked, stage.actorOf("Ines Farkas"));
  await stage.run(confirmByContact, { code: await codeOf(stage, plum, "account"), uri, hasMoved: false }, clock);

  const loom = await entryOf(stage, "loom.example");
  await stage.run(beginProof, { entryId: loom.id }, stage.actorOf("Pietro Salvi"));
  await stage.run(recordLook, { ...(await shown(stage, loom)), facts: [] }, clock);
  await stage.run(recordLook, { ...nothing, entryId: loom.id, manner: "asked", outcome: "found" }, clock);

  const mill = await entryOf(stage, "mill.example");
  await stage.run(recordLook, { ...nothing, entryId: mill.id, manner: "by-itself", outcome: "unreachable" }, clock);
}

const source = "https://plum.example/api/v2/instance";
const nodeInfo = "https://plum.example/nodeinfo/2.0";
const serverOfPlum: { readonly facts: readonly Fact[] } = {
  facts: [
    { field: "name", value: "Plum Social", source },
    { field: "summary", value: "A server of neighbours, run by their assembly.", source },
    { field: "languages", value: ["it", "en"], source },
    { field: "registration", value: "application", source },
    { field: "activeAccounts", value: "212", source },
    { field: "contact", value: "https://plum.example/users/plum", source },
    { field: "software", value: ["mastodon"], source: nodeInfo },
    { field: "version", value: "4.4.1", source: nodeInfo },
    { field: "accounts", value: "1480", source: nodeInfo },
  ],
};

/** A look that saw the code of the place's domain. */
async function shown(stage: Stage, entry: DescribedEntry) {
  const code = await codeOf(stage, entry, "domain");
  const seen = { by: "well-known", code } as const;
  return { ...nothing, entryId: entry.id, manner: "asked", outcome: "found", shown: [seen] } as const;
}

async function codeOf({ application }: Stage, { id }: DescribedEntry, kind: "domain" | "account"): Promise<string> {
  const entry = await entryById(application.read, id);
  return entry?.proofs.find((proof) => proof.kind === kind)?.code ?? "";
}

async function entryOf({ application }: Stage, host: string): Promise<DescribedEntry> {
  const known = await entryByDomain(application.read, host);
  const entry = known === undefined ? undefined : await entryById(application.read, known.id);
  if (entry === undefined) throw new Error(`the league's directory has no ${host}`);
  return entry;
}
