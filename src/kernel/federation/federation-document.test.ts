import { expect, test } from "vitest";
import { federationExample, federationExamples } from "../../../testing/federation-examples.ts";
import { directMessageActivity } from "./deliveries/direct-message.ts";
import { documentFrom } from "./serving/objects.ts";
import { activityFrom } from "./inbox/activity-parts.ts";
import { readActivity } from "./inbox/read-activity.ts";

const examples = federationExamples();

test("the document has examples of what arrives and of what leaves, each with a name of its own", () => {
  const names = examples.map(({ direction, name }) => `${direction} ${name}`);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.startsWith("in ")).length).toBeGreaterThan(4);
  expect(names.filter((name) => name.startsWith("out ")).length).toBeGreaterThan(0);
});

test.each(examples)("the example of $direction $name is an activity that can be understood", async ({ document }) => {
  const parts = await readActivity(document);
  expect(parts).toMatchObject({ ok: true });
  expect(parts.ok && activityFrom(parts.value)).toMatchObject({ ok: true, value: { type: document["type"] } });
});

test.each(examples.filter(({ direction }) => direction === "out"))(
  "the example of what leaves, $name, keeps our own rules",
  ({ document }) => {
    expect(document["id"]).toMatch(/^https:\/\/gather\.example\//);
    expect(document["actor"]).toMatch(/^https:\/\/gather\.example\/actors\//);
    expect(JSON.stringify(document)).not.toContain('"tag":[]');
  },
);

test("a direct message is just what the document shows", async () => {
  const shown = federationExample("out", "direct-message");
  const message = {
    from: "019440a0-0000-7000-8000-000000000001",
    to: "https://social.example/users/ana",
    text: "You are on the list.",
    language: "en",
    inReplyTo: undefined,
    key: "welcome",
  };
  const now = Temporal.Instant.from("2027-02-01T10:00:00Z");
  const made = directMessageActivity(new URL("https://gather.example"), message, "@ana@social.example", now);
  expect(await documentFrom(made)).toEqual(shown);
});
