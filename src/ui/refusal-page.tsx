import { HTTPException } from "hono/http-exception";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { StorageFailure } from "../kernel/database/database.ts";
import type { AnyRefusal } from "../kernel/base/result.ts";
import { refusalWords } from "../kernel/i18n/refusal-words.ts";
import { PageHead } from "./components/page-head.tsx";
import { LinkButton } from "./components/submit.tsx";
import { Page } from "./layout.tsx";
import { refusalStatus } from "./refusal-status.ts";
import type { PageContext } from "./request.ts";

/** The whole page of a refusal that no field of a form can mend: what happened, and the next step. */
export function refusalPage(c: PageContext, refusal: AnyRefusal, nextStep?: Child): Response | Promise<Response> {
  return messagePage(c, refusalStatus(refusal), refusalWords(c.var.t, refusal), nextStep);
}

/** For Hono's `notFound`: nothing has this address. */
export function showNotFound(c: PageContext): Response | Promise<Response> {
  return refusalPage(c, { kind: "not-found" });
}

/**
 * For Hono's `onError`. A database that cannot write or be reached is a refusal; anything else is a bug, and the page names the
 * reference under which `note` recorded it.
 */
export function showFailures(note: (error: Error, c: PageContext) => string) {
  return (error: Error, c: PageContext): Response | Promise<Response> => {
    if (error instanceof StorageFailure) {
      return refusalPage(c, { kind: error.reason === "full" ? "storage-full" : "try-later" });
    }
    if (error instanceof HTTPException && error.status < 500) {
      return messagePage(c, error.status, refusalWords(c.var.t, { kind: "other" }));
    }
    return messagePage(c, 500, c.var.t("ui.failure.words", { reference: note(error, c) }));
  };
}

function messagePage(c: PageContext, status: ContentfulStatusCode, words: string, nextStep?: Child) {
  const { frame, t } = c.var;
  const title = t(`ui.failure.${titles[status] ?? "other"}`);
  if (status === 429 || status === 503) c.header("Retry-After", "120");
  return c.html(
    <Page frame={frame} title={title} head={<PageHead frame={frame} name={title} sentence={words} />} unlisted>
      {nextStep ?? <NextStep c={c} status={status} />}
    </Page>,
    status,
  );
}

const titles: Readonly<Partial<Record<ContentfulStatusCode, string>>> = {
  401: "sign-in",
  403: "not-allowed",
  404: "not-found",
  413: "too-large",
  429: "too-many",
  500: "bug",
  503: "away",
};

function NextStep({ c, status }: { readonly c: PageContext; readonly status: ContentfulStatusCode }) {
  const { t, frame } = c.var;
  return (
    <p class="next-step">
      {status === 401 && (
        <LinkButton href={`/sign-in?next=${encodeURIComponent(frame.path)}`}>{t("ui.header.sign-in")}</LinkButton>
      )}
      {(status === 429 || status >= 500) && (
        <LinkButton href={frame.path} kind="quiet">
          {t("ui.failure.again")}
        </LinkButton>
      )}
      <LinkButton href="/" kind="quiet">
        {t("ui.failure.home")}
      </LinkButton>
    </p>
  );
}
