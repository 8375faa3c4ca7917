import { expect, test } from "vitest";
import { deviceName } from "./device-name.ts";

test("a browser is known again by its name and its system", () => {
  const known = {
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0": "Firefox, Linux",
    "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36":
      "Chrome, Android",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile/15E Safari/604.1":
      "Safari, iPhone",
    "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0":
      "Edge, Windows",
  };
  for (const [userAgent, name] of Object.entries(known)) expect(deviceName(userAgent)).toBe(name);
});

test("what says nothing known has no name", () => {
  expect(deviceName("")).toBe("");
  expect(deviceName("curl/8.5")).toBe("");
});
