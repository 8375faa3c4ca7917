import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOfToken, newToken } from "../../../kernel/secrets/token.ts";
import { by, openTestApplication, type TestApplication } from "../../../../testing/test-application.ts";
import { accountsSchema } from "../../store/accounts-schema.ts";
import { personByEmail } from "../../store/people.read.ts";
import { makeLetterLink } from "./make-letter-link.ts";
import { requestLink } from "./request-link.ts";
import { signInByLink } from "./sign-in-by-link.ts";

let opened: TestApplication;
let personId: string;
beforeAll(async () => {
  opened = await openTestApplication({ schema: accountsSchema });
  const token = newToken();
  const request = { tokenHash: hashOfToken(token), email: "lena@mail.example", thenPath: "/", address: "192.0.2.1" };
  await opened.application.execute(requestLink, request, by({ kind: "visitor" }));
  await signIn(token);
  personId = (await personByEmail(opened.application.read, "lena@mail.example")) ?? "";
});
afterAll(() => opened.close());

function signIn(token: string) {
  const browser = {
    browserHash: hashOfToken(newToken()),
    tokenHash: hashOfToken(newToken()),
    boundHash: hashOfToken(newToken()),
    replaces: null,
    device: "",
  };
  const input = { tokenHash: hashOfToken(token), name: "Lena", browser };
  return opened.application.execute(signInByLink, input, by({ kind: "visitor" }));
}

function letter(token: string, to = personId) {
  const input = { tokenHash: hashOfToken(token), personId: to, thenPath: "/gatherings/1" };
  return opened.application.execute(makeLetterLink, input, by({ kind: "clock" }));
}

test("the link in a letter signs its reader in, once, and leads where the letter is about", async () => {
  const token = newToken();
  expect(await letter(token)).toMatchObject({ ok: true });
  expect(await signIn(token)).toMatchObject({ ok: true, value: { thenPath: "/gatherings/1" } });
  expect(await signIn(token)).toMatchObject({ ok: false, refusal: { kind: "link-used-up" } });
});

test("the link in a letter is worth nothing after a week", async () => {
  const token = newToken();
  await letter(token);
  opened.clock.pass({ hours: 7 * 24 });
  expect(await signIn(token)).toMatchObject({ ok: false, refusal: { kind: "link-used-up" } });
});

test("nobody but the program makes such a link, and not for somebody without an address", async () => {
  const input = { tokenHash: hashOfToken(newToken()), personId, thenPath: "/" };
  const answer = await opened.application.execute(makeLetterLink, input, by({ kind: "visitor" }));
  expect(answer).toMatchObject({ ok: false, refusal: { kind: "not-allowed" } });
  expect(await letter(newToken(), "nobody")).toMatchObject({ ok: false, refusal: { kind: "no-address" } });
});
