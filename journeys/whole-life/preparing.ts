import { faultsOf } from "../axe.ts";
import { openAct } from "./inviting.ts";
import {
  actorOf,
  answerAtHome,
  kiriAddress,
  letterTo,
  messagesTo,
  openByLetter,
  postAtHome,
  postTo,
  until,
} from "./people.ts";
import { shoot } from "./shots.ts";
import { expect, step } from "./steps.ts";
import type { World } from "./world.ts";

const room = "https://meet.orchard.example/first";

/** Steps 15 to 19, without rehearsal and doors: the agenda, the reminders, and the consent to begin with. */
export function preparing(world: () => World): void {
  step("15 a string for 45 people and 80 minutes, blocks moved by keyboard, an item proposed by reply", async () => {
    const { tess, commons, gathering } = world();
    const { rosa } = commons.users;
    await tess.goto(`${gathering}/agenda/start`);
    await tess.getByLabel("People", { exact: true }).fill("45");
    await tess.getByLabel("Minutes", { exact: true }).fill("80");
    await tess.getByRole("button", { name: "Suggest a string" }).click();
    await expect(tess.getByText("For 45 people and 80 minutes")).toBeVisible();
    await tess.getByRole("button", { name: "Take this over", exact: true }).click();
    await expect(tess.getByText(/^80 minutes in all: 10 minutes of .* are free\.$/)).toBeVisible();
    const blocks = tess.getByRole("form", { name: "Blocks in their order" }).getByRole("listitem");
    await tess.getByRole("button", { name: "Move “Welcome” down" }).focus();
    await tess.keyboard.press("Enter");
    await expect(blocks.nth(1)).toContainText("Welcome");
    await tess.getByRole("button", { name: "Move “Welcome” up" }).focus();
    await tess.keyboard.press("Enter");
    await expect(blocks.first()).toContainText("Welcome");
    await rosa.directMessage(actorOf(world()), "item: how we pay for storage, 10 min");
    await postTo(world(), rosa, "has arrived: how we pay for storage");
    await tess.goto(`${gathering}/agenda`);
    await tess.getByRole("link", { name: "Decide" }).click();
    await tess.getByRole("radio", { name: "Take it into the agenda" }).check();
    await tess.getByRole("button", { name: "Decide", exact: true }).click();
    await postTo(world(), rosa, "is in the agenda of “First gathering”");
    await tess.goto(`${gathering}/agenda/edit`);
    await expect(tess.getByText("90 minutes in all, exactly what the session has.")).toBeVisible();
    await shoot(tess, "15-agenda");
    expect(await faultsOf(tess)).toEqual([]);
  });

  step("17 reminders come a week, a day, an hour and ten minutes before; role holders get a brief", async () => {
    const { tess, mara, kiri, passerBy, commons, gathering } = world();
    const { rosa, devon } = commons.users;
    await openAct(tess, gathering, "Say where the video room is");
    await tess.getByLabel("Link to the room").fill(room);
    await tess.getByRole("button", { name: "Save the room" }).click();
    await expect(tess.getByText("The video room is saved.")).toBeVisible();
    await until(world(), "2027-02-16T10:00:10Z");
    await postTo(world(), rosa, "“First gathering” is in a week");
    await letterTo(world(), kiriAddress, "“First gathering” is in a week");
    await until(world(), "2027-02-22T10:00:10Z");
    await postTo(world(), devon, "“First gathering” is in a day");
    await postTo(world(), rosa, "Your role: Note-taker");
    await postAtHome(world(), "Your role: Timekeeper");
    await mara.goto(`${gathering}/brief`);
    await expect(mara.getByRole("heading", { name: "Who comes" })).toBeVisible();
    await shoot(mara, "17-brief");
    await passerBy.goto(`${gathering}/brief`);
    await expect(passerBy.getByRole("heading", { name: "Who comes" })).toHaveCount(0);
    await until(world(), "2027-02-23T09:00:10Z");
    await postTo(world(), rosa, room);
    expect((await letterTo(world(), kiriAddress, "is in an hour")).text).toContain(room);
    await until(world(), "2027-02-23T09:50:10Z");
    await postTo(world(), rosa, "is in ten minutes");
    expect((await messagesTo(world(), devon)).filter((text) => text.includes("is in a day"))).toHaveLength(1);
    await kiri.goto(gathering);
    await expect(kiri.getByRole("link", { name: "meet.orchard.example" })).toHaveAttribute("href", room);
    await passerBy.goto(gathering);
    await expect(passerBy.getByText("There is a video room.")).toBeVisible();
    expect(await passerBy.content()).not.toContain("meet.orchard.example");
  });

  step("19 the agenda is consented to: one objects, it is changed, all consent, and that is recorded", async () => {
    const { tess, kiri, commons, gathering } = world();
    const { rosa } = commons.users;
    await tess.goto(`${gathering}/agenda`);
    await tess.getByRole("button", { name: "Ask for consent" }).click();
    await answerAtHome(await postAtHome(world(), "Do you consent to it?"), "consent");
    const asked = await postTo(world(), rosa, "Do you consent to it?");
    await rosa.reply(asked, "objection: there is no break", "mentioned");
    await postTo(world(), rosa, "Your objection to the agenda");
    await tess.goto(`${gathering}/agenda`);
    await expect(tess.getByText("there is no break")).toBeVisible();
    await tess.goto(`${gathering}/agenda/edit`);
    await tess.getByRole("link", { name: "how we pay for storage" }).click();
    await tess.getByLabel("Minutes", { exact: true }).fill("5");
    await tess.getByRole("button", { name: "Save the block" }).click();
    await tess.getByLabel("Title", { exact: true }).fill("Break");
    await tess.getByLabel("Minutes", { exact: true }).fill("5");
    await tess.getByRole("button", { name: "Add it at the end" }).click();
    await tess.goto(`${gathering}/agenda`);
    await tess.getByRole("button", { name: "Ask for consent" }).click();
    await expect(tess.getByText("Consent is asked.")).toBeVisible();
    await openByLetter(world(), "Do you consent to it?");
    await kiri.getByRole("radio", { name: "I consent" }).check();
    await kiri.getByRole("button", { name: "Send my answer" }).click();
    await rosa.reply(await postTo(world(), rosa, "Do you consent to it?", 2), "consent", "mentioned");
    await postTo(world(), rosa, "Your consent to the agenda");
    await tess.goto(`${gathering}/agenda`);
    await tess.getByText("Prepare the agenda").click();
    await tess.getByRole("button", { name: "State that it is consented to, by 2 people" }).click();
    await expect(tess.getByText("The agenda is consented to.")).toBeVisible();
    await shoot(tess, "19-consented");
  });
}
