import { expect, test } from "vitest";
import { readHomeserver, readRoomName, readWebhook } from "./outlet.ts";
import { afterFailure, mostFailures } from "./sending.ts";

test.each([
  ["https://hooks.example/t/1 ", "https://hooks.example/t/1"],
  ["http://127.0.0.1:8080/in", "http://127.0.0.1:8080/in"],
])("%j is the address of a webhook", (typed, address) => {
  expect(readWebhook(typed)).toEqual({ ok: true, value: address });
});

test.each([
  "",
  "hooks",
  "http://hooks.example/",
  "https://me:pw@hooks.example/",
  "ftp://hooks.example/",
  "https://hooks/",
])("%j is none", (typed) => {
  expect(readWebhook(typed)).toMatchObject({ ok: false });
});

test.each([
  ["matrix.example", "https://matrix.example"],
  ["https://matrix.example/", "https://matrix.example"],
])("%j is a homeserver", (typed, origin) => {
  expect(readHomeserver(typed)).toEqual({ ok: true, value: origin });
});

test.each(["https://matrix.example/_matrix", "http://matrix.example", "matrix", "@ada:matrix.example"])(
  "%j is no homeserver",
  (typed) => {
    expect(readHomeserver(typed)).toMatchObject({ ok: false });
  },
);

test.each([" #circle:matrix.example ", "!abc:matrix.example:8448", "!31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM"])(
  "%j is a room",
  (typed) => {
    expect(readRoomName(typed)).toEqual({ ok: true, value: typed.trim() });
  },
);

test.each(["circle", "#circle", "@ada:matrix.example", "#a b:matrix.example", `#${"x".repeat(300)}:m.example`])(
  "%j is no room",
  (typed) => {
    expect(readRoomName(typed)).toMatchObject({ ok: false });
  },
);

test("each failure is followed by a longer wait, up to a day, and the last by a pause", () => {
  const next = (failures: number) => afterFailure(failures, { trouble: "failing" });
  expect(next(1)).toEqual({ pause: false, waitSeconds: 60 });
  expect(next(2)).toEqual({ pause: false, waitSeconds: 180 });
  expect(next(8)).toEqual({ pause: false, waitSeconds: 86_400 });
  expect(next(mostFailures)).toEqual({ pause: true });
});

test("whoever asks to be left alone longer is, and what cannot mend by itself is not tried again", () => {
  expect(afterFailure(1, { trouble: "busy", waitSeconds: 600 })).toEqual({ pause: false, waitSeconds: 600 });
  expect(afterFailure(1, { trouble: "token-refused" })).toEqual({ pause: true });
});
