import { personByActor } from "../accounts/index.ts";
import { addTargets } from "../gatherings/commands/outreach/add-targets.ts";
import { answerInvitation } from "../gatherings/commands/outreach/answer-invitation.ts";
import { askTarget } from "../gatherings/commands/outreach/ask-target.ts";
import { beginOutreach } from "../gatherings/commands/outreach/begin-outreach.ts";
import { bringTeamMember } from "../gatherings/commands/outreach/bring-team-member.ts";
import { targetsOf, type Target } from "../gatherings/store/outreach/targets.read.ts";
import { teamsOf } from "../gatherings/store/outreach/teams.read.ts";
import { cast, demoSteward } from "./seed-cast.ts";
import type { AboutOne, Stage } from "./seed-stage.ts";

/** Whom the league asks, by what it knows of them. */
const asked = [
  { address: "allmende.example", name: "Allmende", language: "de", country: "DE", software: "mastodon", size: 480 },
  { address: "comuna.example", name: "La Comuna", language: "es", country: "AR", software: "mastodon", size: 1300 },
  { address: "baobab.example", name: "Baobab", language: "fr", country: "SN", software: "pleroma", size: 60 },
  { address: "harakeke.example", name: "Harakeke", language: "en", country: "NZ", software: "gotosocial", size: 40 },
  { address: "frutteto.example", name: "Frutteto", language: "it", country: "IT", software: "mastodon", size: 210 },
  { address: "hermine.example", name: "Hermine", language: "fr", country: "FR", software: "friendica", size: null },
  { address: "@devon@commons.example", name: "Devon", language: "en", country: "GB", software: "", size: null },
] as const;

/** On the board, and not asked yet. */
const listed = [
  { address: "satoyama.example", name: "Satoyama", language: null, country: "JP", software: "misskey", size: 95 },
  { address: "fjord.example", name: "Fjord", language: "en", country: "NO", software: "mastodon", size: 150 },
] as const;

/** Invitations to one gathering of the league, some of them answered; one instance brings its team. */
export async function seedOutreach(stage: Stage, about: AboutOne): Promise<void> {
  const organiser = stage.actorOf(demoSteward.name);
  await stage.run(addTargets, { ...about, targets: [...asked] }, organiser);
  await stage.run(beginOutreach, about, organiser);
  const board = await targetsOf(stage.application.read, about.gatheringId, { after: "", limit: 50 });
  for (const target of board) await askOne(stage, about, target);
  await answer(stage, about, "Jonas Weide", { answer: "yes", people: 2 });
  await answer(stage, about, "Lucía Prado", { answer: "yes", people: 1 });
  await answer(stage, about, "Pietro Salvi", { answer: "maybe", people: 1 });
  await answer(stage, about, "Kiri Tamahori", { answer: "no", people: 1 });
  const [team] = (
    await teamsOf(
      stage.application.read,
      board.map(({ id }) => id),
    )
  ).values();
  for (const name of ["Imke", "Sepp"])
    await stage.run(bringTeamMember, { ...about, token: team?.token ?? "", name }, { kind: "visitor" });
  await stage.run(addTargets, { ...about, targets: [...listed] }, organiser);
}

/** The clock asks, at somebody of the cast who lives there: nobody under `.example` could be looked up. */
async function askOne(stage: Stage, about: AboutOne, { id, address, language }: Target): Promise<void> {
  const host = address.split("@").at(-1) ?? "";
  const contact = cast.find((one) => one.host === host);
  if (contact === undefined) throw new Error(`nobody in the cast lives at ${host}`);
  const handle = `@${contact.handle}@${host}`;
  const found = { uri: uriOf(contact), handle, host, language: language ?? "en" };
  await stage.run(askTarget, { ...about, targetId: id, contact: found }, { kind: "clock" });
}

async function answer(
  stage: Stage,
  about: AboutOne,
  name: string,
  said: { readonly answer: "yes" | "maybe" | "no"; readonly people: number },
): Promise<void> {
  const member = cast.find((one) => one.name === name);
  const uri = member === undefined ? "" : uriOf(member);
  const person = await personByActor(stage.application.read, uri);
  const board = await targetsOf(stage.application.read, about.gatheringId, { after: "", limit: 50 });
  const target = board.find(({ contact }) => contact?.uri === uri);
  if (person === undefined || target === undefined) throw new Error(`${name} was not asked`);
  await stage.run(
    answerInvitation,
    { ...about, targetId: target.id, uri, ...said },
    { kind: "person", personId: person },
  );
}

function uriOf({ handle, host }: { readonly handle: string; readonly host: string }): string {
  return `https://${host}/users/${handle}`;
}
