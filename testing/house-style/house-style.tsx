import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { createTranslations } from "../../src/kernel/i18n/translator.ts";
import { kernelCatalogues } from "../../src/kernel/i18n/messages/catalogue.ts";
import { seeOther } from "../../src/ui/after-act.ts";
import type { AssetManifest } from "../../src/ui/assets.ts";
import { textOf } from "../../src/ui/form-input.ts";
import { guardForms } from "../../src/ui/form-guard.ts";
import { refusedForm, untouchedForm } from "../../src/ui/form-state.ts";
import { formTokens } from "../../src/ui/form-token.ts";
import { interfaceCatalogues } from "../../src/ui/messages/catalogue.ts";
import { preparePages } from "../../src/ui/page-frame.ts";
import { refusalPage, showFailures, showNotFound } from "../../src/ui/refusal-page.tsx";
import { sentForm, type PageEnv, type Site } from "../../src/ui/request.ts";
import { securityHeaders } from "../../src/ui/security-headers.ts";
import { showTimeZones } from "../../src/ui/time-zone-page.tsx";
import { hostilePage } from "./hostile-page.tsx";
import { SamplePage } from "./sample-page.tsx";
import { amounts } from "./sample-words.ts";

/** What the pages of samples need from whoever serves them. */
export interface HouseStyleParts {
  readonly origin: URL;
  readonly assets: AssetManifest;
}

/** A server of sample pages in the house style, behind the same guards as the real ones: for looking at, and for tests in a browser. */
export function houseStyle({ origin, assets }: HouseStyleParts): Hono<PageEnv> {
  const web = new Hono<PageEnv>();
  const tokens = formTokens(new Uint8Array(32).fill(7));
  const translations = createTranslations([kernelCatalogues, interfaceCatalogues]);
  const site: Site = {
    name: "Hall",
    origin,
    hue: "rust",
    language: "en",
    zone: "Europe/Rome",
    version: "0.1.0",
    sourceUrl: "/source",
  };
  const nobody = async () => undefined;
  const clock = () => Temporal.Instant.from("2026-02-11T14:00:00Z");
  let changes = 0;
  const changed = new EventTarget();
  web.use(securityHeaders({ origin, formTargets: ["https:"] }));
  web.use(
    preparePages({ translations, site: () => site, assets, clock, tokens, readSession: nobody, readPlace: nobody }),
  );
  web.use(guardForms(tokens));
  web.notFound(showNotFound);
  web.onError(showFailures(() => "7f3a"));
  for (const amount of amounts) {
    web.get(`/${amount}`, (c) => {
      const form = untouchedForm(c.var.t);
      const done = c.req.query("done") !== undefined;
      return c.html(
        <SamplePage
          frame={c.var.frame}
          amount={amount}
          changes={changes}
          form={form}
          hue={c.req.query("hue")}
          done={done}
        />,
      );
    });
  }
  web.post("/form", (c) => {
    const typed = sentForm(c);
    if (textOf(typed, "purpose") !== "") return seeOther(c, "/little", "answered");
    const problems = [
      { field: "purpose", problem: "required", values: {} },
      { field: "answer", problem: "required", values: {} },
    ];
    const form = refusedForm(c.var.t, typed, { kind: "invalid-input", problems });
    return c.html(<SamplePage frame={c.var.frame} amount="little" changes={changes} form={form} />, 422);
  });
  web.get("/refused/:kind", (c) => refusalPage(c, { kind: c.req.param("kind") }));
  web.get("/broken", () => {
    throw new Error("broken on purpose");
  });
  web.get("/time-zone", showTimeZones);
  web.get("/hostile", hostilePage);
  web.get("/change", (c) => {
    changes += 1;
    changed.dispatchEvent(new Event("change"));
    return c.text(String(changes));
  });
  web.get("/live", (c) =>
    streamSSE(c, async (stream) => {
      const left = new AbortController();
      stream.onAbort(() => left.abort());
      changed.addEventListener("change", () => void stream.writeSSE({ data: "changed" }), { signal: left.signal });
      await new Promise((resolve) => left.signal.addEventListener("abort", resolve));
    }),
  );
  return web;
}
