import { answerCommitment } from "../gatherings/commands/commitments/answer-commitment.ts";
import { proposeCommitment } from "../gatherings/commands/commitments/propose-commitment.ts";
import { answerRolePart } from "../gatherings/commands/roles/answer-role.ts";
import { askForHelpers } from "../gatherings/commands/roles/ask-for-helpers.ts";
import { offerRole } from "../gatherings/commands/roles/offer-role.ts";
import { volunteerForRole } from "../gatherings/commands/roles/volunteer-for-role.ts";
import type { Role } from "../gatherings/model/roles/role.ts";
import { demoSteward } from "./seed-cast.ts";
import { dayFromNow, type AboutOne, type Stage } from "./seed-stage.ts";

const organiser = demoSteward.name;

/** Roles of a gathering that is to be held: two agreed upon, one offered, one volunteered for, and more asked for. */
export async function seedRolesToCome(stage: Stage, about: AboutOne): Promise<void> {
  await holds(stage, about, "facilitator", "Jonas Weide");
  await holds(stage, about, "interpreter", "Lucía Prado");
  await stage.run(offerRole, { ...about, role: "timekeeper", personId: idOf(stage, "Tess Harrow") }, acts(stage));
  await stage.run(volunteerForRole, { ...about, role: "safety-contact" }, stage.actorOf("Noa Lindqvist"));
  await stage.run(askForHelpers, { ...about, roles: ["note-taker", "access-steward"] }, acts(stage));
}

/** What is promised before a gathering: the steward has one thing to do, and is asked for another. */
export async function seedPreparations(stage: Stage, about: AboutOne): Promise<void> {
  const own = { ...about, what: "Open the hall and test the sound", due: dayFromNow(stage, 8).toString() };
  await stage.run(proposeCommitment, own, acts(stage));
  const asked = {
    ...about,
    what: "Send everyone who comes the sheet for their figures",
    ownerId: idOf(stage, organiser),
    due: dayFromNow(stage, 4).toString(),
  };
  await stage.run(proposeCommitment, asked, stage.actorOf("Jonas Weide"));
}

/** Roles of a gathering before it is held. */
export async function seedRolesHeld(stage: Stage, about: AboutOne): Promise<void> {
  await holds(stage, about, "host", "Lucía Prado");
  await holds(stage, about, "facilitator", "Tess Harrow");
  await holds(stage, about, "note-taker", "Noa Lindqvist");
  await holds(stage, about, "timekeeper", "Yuki Aramaki");
}

/** What was promised at a gathering that was held: one done, two open, one dropped, one without an answer. */
export async function seedCommitments(stage: Stage, about: AboutOne): Promise<void> {
  const promised = async (name: string, what: string, days: number) => {
    const due = dayFromNow(stage, days).toString();
    return (await stage.run(proposeCommitment, { ...about, what, due }, stage.actorOf(name))).commitmentId;
  };
  const answers = async (name: string, commitmentId: string, act: "finish" | "drop") =>
    stage.run(answerCommitment, { ...about, commitmentId, act }, stage.actorOf(name));
  await answers("Noa Lindqvist", await promised("Noa Lindqvist", "Write down what was said", 2), "finish");
  await promised("Tess Harrow", "Put the three habits into our handbook", 20);
  await promised("Jonas Weide", "Draft a welcome letter in German and English", 9);
  await answers("Yuki Aramaki", await promised("Yuki Aramaki", "Ask the other servers how long they take", 12), "drop");
  const asked = {
    ...about,
    what: "Show the newcomers’ page to two people who have never seen it",
    ownerId: idOf(stage, "Kiri Tamahori"),
    due: dayFromNow(stage, 14).toString(),
  };
  await stage.run(proposeCommitment, asked, acts(stage));
}

async function holds(stage: Stage, about: AboutOne, role: Role, name: string): Promise<void> {
  const { partId } = await stage.run(offerRole, { ...about, role, personId: idOf(stage, name) }, acts(stage));
  await stage.run(answerRolePart, { ...about, partId, act: "yes" }, stage.actorOf(name));
}

function acts(stage: Stage) {
  return stage.actorOf(organiser);
}

function idOf(stage: Stage, name: string): string {
  const actor = stage.actorOf(name);
  if (actor.kind !== "person") throw new Error(`${name} is no person`);
  return actor.personId;
}
