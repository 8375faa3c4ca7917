import type { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAccountCast, type AccountCast } from "../../../../testing/account-cast.ts";
import { signInByMail } from "../../../../testing/signing-in.ts";
import type { Application } from "../../../kernel/application.ts";
import { seeOther } from "../../../ui/after-act.ts";
import { textOf } from "../../../ui/form-input.ts";
import type { PageEnv } from "../../../ui/request.ts";
import { formOrKept, keepFormAndSignIn } from "./kept-forms.ts";

const taken: string[] = [];

/** A page with one question, as any capability might have it. */
function question(web: Hono<PageEnv>, application: Application): void {
  web.get("/question", async (c) => {
    const form = await formOrKept(c, application, "/question/answers");
    const token = c.var.frame.formToken();
    const fields = `<input type="hidden" name="form-token" value="${token}">`;
    return c.html(`<form action="/question/answers">${fields}</form>answer: ${textOf(form.typed, "answer")}`);
  });
  web.post("/question/answers", async (c) => {
    if (c.var.reader.person === undefined) return keepFormAndSignIn(c, application, "/question");
    taken.push(textOf(c.var.form ?? {}, "answer"));
    return seeOther(c, "/question");
  });
}

let cast: AccountCast;

beforeAll(async () => {
  cast = await openAccountCast({ pages: question });
});
afterAll(() => cast.close());

test("what a visitor typed is there again after signing in, and nothing was done with it meanwhile", async () => {
  const browser = cast.browser();
  const sent = await browser.submit("/question", "/question/answers", { answer: "Tuesdays suit me" });
  expect(sent.location).toBe("/sign-in?next=%2Fquestion");
  expect((await browser.get("/question")).words).toContain("answer: Tuesdays suit me");
  await signInByMail(cast, "ana@mail.example", "Ana", browser);
  expect((await browser.get("/question")).words).toContain("answer: Tuesdays suit me");
  expect(taken).toEqual([]);
  await browser.submit("/question", "/question/answers", { answer: "Tuesdays suit me" });
  expect(taken).toEqual(["Tuesdays suit me"]);
});

test("it is forgotten once it was sent", async () => {
  const browser = cast.browser();
  await browser.submit("/question", "/question/answers", { answer: "Wednesdays" });
  await signInByMail(cast, "ana@mail.example", "", browser);
  await browser.submit("/question", "/question/answers", { answer: "Thursdays" });
  expect((await browser.get("/question")).words).toBe("answer:");
});

test("nobody sees it in another browser, nor anybody who signs in there later than two hours", async () => {
  const browser = cast.browser();
  await browser.submit("/question", "/question/answers", { answer: "private" });
  expect((await cast.browser().get("/question")).words).toBe("answer:");
  const other = await signInByMail(cast, "bo@mail.example", "Bo");
  expect((await other.get("/question")).words).toBe("answer:");
  cast.clock.pass({ hours: 2 });
  expect((await browser.get("/question")).words).toBe("answer:");
});

test("what is too much to keep, or kept too often, stays in the page to be sent again", async () => {
  const long = "x".repeat(70_000);
  const answer = await cast.browser().submit("/question", "/question/answers", { answer: long });
  expect(answer.status).toBe(401);
  expect(answer.html).toContain(`value="${long}"`);
  const statuses = [];
  for (let time = 0; time < 61; time++) {
    const browser = cast.browser("198.51.100.7");
    statuses.push((await browser.submit("/question", "/question/answers", { answer: "again" })).status);
  }
  expect(statuses.at(-1)).toBe(401);
});
