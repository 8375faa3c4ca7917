import { Hono } from "hono";
import { expect, test } from "vitest";
import { securityHeaders } from "./security-headers.ts";

async function headersAt(origin: string): Promise<Headers> {
  const web = new Hono();
  web.use(securityHeaders({ origin: new URL(origin), formTargets: ["https:"] }));
  web.get("/", (c) => c.html("<p>hall</p>"));
  web.get("/broken", () => {
    throw new Error("broken on purpose");
  });
  return (await web.request("/")).headers;
}

test("a page runs and shows nothing but our own files, inline nothing, in no frame", async () => {
  const policy = (await headersAt("https://hall.example")).get("Content-Security-Policy") ?? "";
  const directives = new Map(
    policy.split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1).join(" ")]),
  );
  expect(Object.fromEntries(directives)).toEqual({
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self' https:",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
  });
  expect(policy).not.toContain("unsafe");
});

test("a page tells no other site where its reader was, and keeps the origin on our own forms", async () => {
  expect((await headersAt("https://hall.example")).get("Referrer-Policy")).toBe("same-origin");
});

test("a page is taken for nothing else and opened by nobody else", async () => {
  const headers = await headersAt("https://hall.example");
  expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(headers.get("X-Frame-Options")).toBe("DENY");
  expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
  expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
});

test("a server reached by TLS says to come by TLS alone, one reached without says nothing of it", async () => {
  expect((await headersAt("https://hall.example")).get("Strict-Transport-Security")).toBe("max-age=63072000");
  expect((await headersAt("http://localhost:3000")).get("Strict-Transport-Security")).toBeNull();
});
