import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAccountCast, type AccountCast } from "../../../../testing/account-cast.ts";
import { signInByMail } from "../../../../testing/signing-in.ts";
import { by } from "../../../../testing/test-application.ts";
import { stopNotices } from "../../commands/hearing/stop-notices.ts";
import { meetRemoteActor } from "../../commands/people/meet-remote-actor.ts";
import { noticeKinds } from "../../model/notice-kinds.ts";
import { contactOf } from "../../store/contacts.read.ts";
import { personByEmail } from "../../store/people.read.ts";

let cast: AccountCast;

beforeAll(async () => {
  cast = await openAccountCast();
});
afterAll(() => cast.close());

const contact = async (email: string) =>
  contactOf(cast.application.read, (await personByEmail(cast.application.read, email)) ?? "");

const allBy = (way: string) => Object.fromEntries(noticeKinds.map((kind) => [kind, way]));

describe("how somebody hears of things", () => {
  test("is by the account they came with until they choose", async () => {
    await signInByMail(cast, "ana@mail.example", "Ana");
    expect(await contact("ana@mail.example")).toMatchObject({ ways: allBy("email"), email: "ana@mail.example" });
    const uri = "https://social.example/users/bo";
    const bo = { uri, handle: "@bo@social.example", host: "social.example", name: "Bo", url: uri };
    const met = await cast.application.execute(meetRemoteActor, bo, by({ kind: "visitor" }));
    const personId = met.ok ? met.value.personId : "";
    expect(await contactOf(cast.application.read, personId)).toMatchObject({ ways: allBy("fediverse"), actorUri: uri });
  });

  test("is chosen for each kind, with quiet hours, and shown on one's own page", async () => {
    const browser = await signInByMail(cast, "cy@mail.example", "Cy");
    const chosen = { ...allBy("none"), replies: "email", "quiet-from": "22:00", "quiet-until": "07:30" };
    const saved = await browser.submit("/me/notices", "/me/notices", chosen);
    expect(saved.location).toBe("/me?done=ways-chosen");
    expect(await contact("cy@mail.example")).toMatchObject({
      ways: { ...allBy("none"), replies: "email" },
      quietHours: { from: "22:00", until: "07:30" },
    });
    const page = await browser.get("/me?done=ways-chosen");
    expect(page.words).toContain("Quiet hours 22:00 to 07:30");
    expect(page.words).toContain("You will hear by the ways you chose");
  });

  test("is refused with half of the quiet hours, and what was chosen stays in the form", async () => {
    const browser = await signInByMail(cast, "cy@mail.example", "");
    const half = { ...allBy("none"), "quiet-from": "21:00", "quiet-until": "" };
    const refused = await browser.submit("/me/notices", "/me/notices", half);
    expect([refused.status, refused.words.includes("Give both times, or neither")]).toEqual([422, true]);
    expect(refused.html).toContain('value="21:00"');
    expect((await contact("cy@mail.example"))?.ways.replies).toBe("email");
  });

  test("ends with one word, for one kind or for all, and can be chosen again", async () => {
    const dee = await signInByMail(cast, "dee@mail.example", "Dee");
    const personId = await personByEmail(cast.application.read, "dee@mail.example");
    await cast.application.execute(stopNotices, { personId, kind: "reminders" }, by({ kind: "visitor" }));
    expect((await contact("dee@mail.example"))?.ways).toEqual({ ...allBy("email"), reminders: "none" });
    await cast.application.execute(stopNotices, { personId }, by({ kind: "visitor" }));
    expect((await contact("dee@mail.example"))?.ways).toEqual(allBy("none"));
    await dee.submit("/me/notices", "/me/notices", { ...allBy("email"), "quiet-from": "", "quiet-until": "" });
    expect((await contact("dee@mail.example"))?.ways).toEqual(allBy("email"));
  });
});

describe("name, language and zone", () => {
  test("are those of the browser in which somebody first signs in, until they choose", async () => {
    const browser = cast.browser();
    await browser.get("/sign-in?read-in=it&times-in=Asia%2FTokyo");
    await signInByMail(cast, "fay@mail.example", "Fay", browser);
    expect(await contact("fay@mail.example")).toMatchObject({ language: "it", zone: "Asia/Tokyo" });
    const other = cast.browser();
    await other.get("/sign-in?read-in=fr&times-in=UTC");
    await signInByMail(cast, "fay@mail.example", "", other);
    expect(await contact("fay@mail.example")).toMatchObject({ language: "it", zone: "Asia/Tokyo" });
  });

  test("are chosen on a page and followed at once, whatever the browser remembered from before", async () => {
    const browser = await signInByMail(cast, "eli@mail.example", "Eli");
    await browser.get("/me?read-in=fr");
    const about = { name: "Elias", language: "de", zone: "America/New_York" };
    expect((await browser.submit("/me/about", "/me/about", about)).location).toBe("/me?done=described");
    const page = await browser.get("/me");
    expect(page.html).toContain('<html lang="de"');
    expect(page.words).toContain("Elias");
    expect(page.words).toContain("America/New York");
    expect(await contact("eli@mail.example")).toMatchObject({ language: "de", zone: "America/New_York" });
  });

  test("are refused when unknown or empty", async () => {
    const browser = await signInByMail(cast, "eli@mail.example", "");
    await browser.submit("/me/about", "/me/about", { name: "Eli", language: "en", zone: "Europe/Rome" });
    const odd = await browser.submit("/me/about", "/me/about", { name: "\u200b", language: "xx", zone: "Mars/Base" });
    expect(odd.status).toBe(422);
    expect(odd.words).toContain("This time zone is not known");
    const nameless = await browser.submit("/me/about", "/me/about", { name: " ", language: "en", zone: "UTC" });
    expect(nameless.words).toContain("Write a name by which others can call you");
  });
});
