import { createHash } from "node:crypto";
import { meetRemoteActor } from "../accounts/index.ts";
import { answerVouch } from "../directory/commands/ladder/answer-vouch.ts";
import { nameDelegate } from "../directory/commands/ladder/name-delegate.ts";
import { showDocument } from "../directory/commands/ladder/show-document.ts";
import { vouch } from "../directory/commands/ladder/vouch.ts";
import { askContact } from "../directory/commands/verification/ask-contact.ts";
import { confirmByContact } from "../directory/commands/verification/confirm-by-contact.ts";
import { entryByDomain, entryById } from "../directory/store/entries.read.ts";
import { vouchesFor } from "../directory/store/ladder/vouches.read.ts";
import { dayFromNow, type Stage } from "./seed-stage.ts";

/** What stands above the proofs of one place of the league: its delegate, two documents, and two places that vouch for it. */
export async function seedLadder(stage: Stage): Promise<void> {
  const { run, application } = stage;
  const plum = await speakerOf(stage, "plum.example", "plum");
  const [loom, harbour] = [await verified(stage, "loom.example"), await verified(stage, "harbour.example")];
  const delegate = {
    entryId: plum.entryId,
    handle: "@ines@allmende.example",
    scope: "Speaks for us at gatherings of the league.",
    decision: "https://plum.example/assembly/october",
    until: dayFromNow(stage, 300).toString(),
  };
  await run(nameDelegate, delegate, plum.actor);
  await run(showDocument, { ...documentAt(plum.entryId, "bylaws", bylaws), licence: "CC-BY-SA-4.0" }, plum.actor);
  await run(showDocument, { ...documentAt(plum.entryId, "shutdown-plan", plan), licence: "none" }, plum.actor);
  const note = "We were at two of their assemblies, and they were at ours.";
  await run(vouch, { entryId: plum.entryId, by: "loom.example", note }, loom.actor);
  await run(vouch, { entryId: plum.entryId, by: "harbour.example", note: "" }, harbour.actor);
  const [first] = await vouchesFor(application.read, plum.entryId);
  const reply = "Thank you. Come again in spring.";
  await run(answerVouch, { entryId: plum.entryId, vouchId: first?.id ?? "", reply, isDeclined: false }, plum.actor);
}

const bylaws = "Article 1. Whoever pays a fee, however small, is a member and has one vote.\n";
const plan = "Three months before we close everybody is told, and can take their posts along.\n";

function documentAt(entryId: string, kind: "bylaws" | "shutdown-plan", text: string) {
  const hash = createHash("sha256").update(text).digest("hex");
  const bytes = Buffer.from(text).toString("base64");
  const found = { sha256: hash, wordsSha256: hash, mediaType: "text/plain", bytes };
  return { entryId, kind, url: `https://plum.example/${kind}.txt`, found } as const;
}

/** A place whose server's account answers. */
async function verified(stage: Stage, host: string) {
  const entry = await entryByDomain(stage.application.read, host);
  const [name = ""] = host.split(".");
  const uri = `https://${host}/users/${name}`;
  const asked = { entryId: entry?.id ?? "", uri, handle: `@${name}@${host}`, language: "en" } as const;
  await stage.run(askContact, asked, stage.actorOf("Pietro Salvi"));
  const described = await entryById(stage.application.read, entry?.id ?? "");
  const code = described?.proofs.find(({ kind }) => kind === "account")?.code ?? "";
  await stage.run(confirmByContact, { code, uri, hasMoved: false }, { kind: "clock" });
  return speakerOf(stage, host, name);
}

async function speakerOf({ application, run }: Stage, host: string, name: string) {
  const uri = `https://${host}/users/${name}`;
  const facts = { uri, handle: `@${name}@${host}`, host, name, url: uri };
  const { personId } = await run(meetRemoteActor, facts, { kind: "visitor" });
  const entry = await entryByDomain(application.read, host);
  return { entryId: entry?.id ?? "", actor: { kind: "person", personId } as const };
}
