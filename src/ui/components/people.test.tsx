import { expect, test } from "vitest";
import { hostileTexts } from "../../../testing/hostile-texts.ts";
import { HostileFields } from "../../../testing/house-style/hostile-page.tsx";
import { rendered } from "../../../testing/house-style/rendered.ts";
import { testFrame } from "../../../testing/house-style/test-frame.ts";
import { Person } from "./person.tsx";
import { TimeText } from "./time-text.tsx";

const frame = testFrame();
const { t } = frame;

test("a person is shown by name first, their handle with its server after it", () => {
  const html = rendered(<Person t={t} name="Ada" handle={"ada@social.c\u043eop"} href="/people/1" />);
  expect(html).toMatch(
    /<a href="\/people\/1"><bdi class="user-name">Ada<\/bdi><\/a> <bdi class="handle"[^>]*>@ada<wbr\/>@social\.xn--cop-sed<\/bdi>/,
  );
});

test("a person without a visible name is shown by their handle", () => {
  const html = rendered(<Person t={t} name={"\u200b\u202e "} handle="ada@social.example" href="/people/1" />);
  expect(html).not.toContain("user-name");
  expect(html).toContain('<a href="/people/1"><bdi class="handle"');
});

test("somebody of whom nothing may be shown is shown as somebody", () => {
  expect(rendered(<Person t={t} />)).toContain(t("ui.person.unnamed"));
});

test("a time carries a machine-readable one beneath its words", () => {
  const html = rendered(<TimeText t={t} instant={frame.now} organiserZone="America/New_York" />);
  expect(html).toMatch(
    /^<time datetime="2026-02-11T14:00:00Z">.*\(Central European Standard Time\); for the organiser 09:00/,
  );
});

test.each(hostileTexts.map((text) => [text]))("no field lets hostile text out of its place: %j", (text) => {
  const html = rendered(<HostileFields frame={frame} text={text} name="field-0" />);
  const tags = html.replace(/>[^<]*</g, "><");
  expect(tags).not.toMatch(/(?:href|src|action)="\s*(?:javascript|data|vbscript|blob|file):/i);
  const names = tags.replace(/"[^"]*"/g, '""');
  expect(names).not.toMatch(/ on[a-z]+=|<(?:script|iframe|img|object|embed|style|base|meta|link|svg on)/i);
});
