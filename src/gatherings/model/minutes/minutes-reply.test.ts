import { expect, test } from "vitest";
import { readMinutesReply } from "./minutes-reply.ts";

test.each([
  "Name me, please",
  "@spring@gather.example You may name me. Thanks!",
  "Nómbrame, por favor",
  "Nommez-moi, merci",
  "Nenne mich bitte",
  "Ihr dürft mich nennen",
  "Potete nominarmi, grazie",
])("%s is consent to be named", (text) => {
  expect(readMinutesReply(text)).toEqual({ kind: "name", answer: "named" });
});

test.each([
  "Please do not name me",
  "Don’t name me!",
  "No me nombres, gracias",
  "Ne me nommez pas, s’il vous plaît",
  "Nennt mich nicht",
  "Non nominatemi",
])("%s is none", (text) => {
  expect(readMinutesReply(text)).toEqual({ kind: "name", answer: "not-named" });
});

test.each(["Correction:", "corrección :", "Korrektur:", "Berichtigung:", "Correzione:"])(
  "what follows “%s” is what is to be corrected",
  (start) => {
    const text = `${start} It was two servers,\nnot three.`;
    expect(readMinutesReply(text)).toEqual({ kind: "correction", text: "It was two servers,\nnot three." });
  },
);

test.each(["name me if the others are named too", "correction:", "The correction: none", "yes", ""])(
  "“%s” says nothing of the minutes that could be acted on",
  (text) => {
    expect(readMinutesReply(text)).toBeUndefined();
  },
);
