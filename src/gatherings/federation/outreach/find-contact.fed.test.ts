import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Json } from "../../../kernel/base/canonical-json.ts";
import { json, status } from "../../../../testing/foreign-answers.ts";
import { startForeignServer, type ForeignServer } from "../../../../testing/foreign-server.ts";
import { openTestApplication, type TestApplication } from "../../../../testing/test-application.ts";
import { realLookUp } from "../../../../testing/real-look-up.ts";
import { federationSchema } from "../../../kernel/federation/federation-schema.ts";
import { contactFinder, type FindContact } from "./find-contact.ts";

let koinon: TestApplication;
let foreign: ForeignServer;
let other: ForeignServer;
let host: string;
let find: FindContact;

beforeAll(async () => {
  koinon = await openTestApplication({ schema: federationSchema, origin: new URL("http://127.0.0.87") });
  [foreign, other] = [
    await startForeignServer({ address: "127.0.0.85" }),
    await startForeignServer({ address: "127.0.0.86" }),
  ];
  host = new URL(foreign.origin).host;
  find = contactFinder({ ...realLookUp(koinon.application), scheme: "http:" });
  foreign.addActor("admin");
  other.addActor("admin");
});
beforeEach(() => {
  for (const path of ["/api/v2/instance", "/api/v1/instance", "/.well-known/nodeinfo", "/nodeinfo/2.0"])
    foreign.serve(path, status(404));
});
afterAll(async () => {
  await foreign.stop();
  await other.stop();
  await koinon.close();
});

const actorOf = (server: ForeignServer) => `${server.origin}/users/admin`;
const serve = (path: string, document: Json) => foreign.serve(path, json(document, "application/json"));
const contact = () => find({ kind: "instance", address: host });

test("an instance's contact is who its API of version 2 names, with the language it speaks", async () => {
  serve("/api/v2/instance", { contact: { account: { url: actorOf(foreign) } }, languages: ["eo", "it-IT"] });
  expect(await contact()).toMatchObject({ ok: true, value: { handle: `@admin@${host}`, language: "it" } });
});

test("without it, who version 1 names, or the first of the staff in NodeInfo", async () => {
  serve("/api/v1/instance", { contact_account: { url: actorOf(foreign) }, languages: ["de"] });
  expect(await contact()).toMatchObject({ ok: true, value: { language: "de" } });
  foreign.serve("/api/v1/instance", status(404));
  serve("/.well-known/nodeinfo", { links: [{ rel: "nodeinfo", href: `${foreign.origin}/nodeinfo/2.0` }] });
  serve("/nodeinfo/2.0", { metadata: { staffAccounts: [actorOf(foreign)] } });
  expect(await contact()).toMatchObject({ ok: true, value: { uri: actorOf(foreign), language: undefined } });
});

test("a contact on another server is not believed, and neither is NodeInfo that leads elsewhere", async () => {
  serve("/api/v2/instance", { contact: { account: { url: actorOf(other) } }, languages: [] });
  expect(await contact()).toEqual({ ok: false, refusal: { kind: "no-contact" } });
  foreign.serve("/api/v2/instance", status(404));
  serve("/.well-known/nodeinfo", { links: [{ rel: "nodeinfo", href: `${other.origin}/nodeinfo/2.0` }] });
  other.serve("/nodeinfo/2.0", json({ metadata: { staffAccounts: [actorOf(foreign)] } }, "application/json"));
  expect(await contact()).toEqual({ ok: false, refusal: { kind: "no-contact" } });
});

test("who names nobody has no contact, and what is no instance's answer names nobody", async () => {
  expect(await contact()).toEqual({ ok: false, refusal: { kind: "no-contact" } });
  serve("/api/v2/instance", { contact: { account: { url: "javascript:alert(1)" } } });
  expect(await contact()).toEqual({ ok: false, refusal: { kind: "no-contact" } });
});

test("an account is found by its handle; a server in trouble may be asked later", async () => {
  expect(await find({ kind: "account", address: `@admin@${host}` })).toMatchObject({ ok: true });
  foreign.serve("/api/v2/instance", status(503));
  expect(await contact()).toEqual({ ok: false, refusal: { kind: "unreachable" } });
});
