import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import type { Origin } from "../../model/sharing/origin.ts";
import { endPath, sharingPath } from "./sharing-paths.ts";

interface EndPageProps {
  readonly c: PageContext;
  readonly form: FormState;
  readonly origin: Origin;
}

/** Where an operator says once more that a directory is to be followed no longer, and reads what goes with it. */
export function EndPage({ c, form, origin }: EndPageProps) {
  const { frame, t } = c.var;
  const { host, entries, claims } = origin;
  return (
    <Page
      frame={frame}
      title={t("directory.sharing.end-title", { host })}
      unlisted
      notice={<RefusalSummary form={form} fields={{}} />}
      head={
        <PageHead
          frame={frame}
          name={t("directory.sharing.end-title", { host })}
          sentence={t("directory.sharing.end-sentence")}
          community={<a href={sharingPath}>{t("directory.sharing.title")}</a>}
        />
      }
    >
      <p>
        {t("directory.origins.places", { count: entries })} · {t("directory.origins.claims", { count: claims })}
      </p>
      <Form frame={frame} action={endPath(origin)}>
        <Submit kind="stop">{t("directory.sharing.end")}</Submit>
      </Form>
      <p class="next-step">
        <a href={sharingPath}>{t("directory.sharing.keep")}</a>
      </p>
    </Page>
  );
}
