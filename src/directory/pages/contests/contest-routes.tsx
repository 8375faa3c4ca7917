import type { Hono } from "hono";
import { carryingOut, formOrKept, signInFirst } from "../../../accounts/index.ts";
import { communitiesOf, type Community } from "../../../communities/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { Choice, Select } from "../../../ui/components/choice.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { TextArea } from "../../../ui/components/text-area.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { textOf } from "../../../ui/form-input.ts";
import type { FormState } from "../../../ui/form-state.ts";
import { Page } from "../../../ui/layout.tsx";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import { contestField, contestLengths } from "../../commands/contests/contest-field.ts";
import { fieldNames, isFieldName } from "../../model/entry-fields.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import { entryById } from "../../store/entries.read.ts";
import { directoryPath, entryPath } from "../directory-paths.ts";
import { fieldLabel, valueWords } from "../field-words.ts";
import { contestsPath } from "./contest-paths.ts";

const carryOut = carryingOut([]);

/** So much of a value and of a name stands in the first post and the title of a thread. */
const shown = { value: 500, name: 80 } as const;

/** Disagreeing with what is said of a place, in a thread of a community. */
export function contestRoutes(web: Hono<PageEnv>, application: Application): void {
  const { read } = application;
  const visiting = (answer: (c: PageContext, entry: DescribedEntry) => Promise<Response>) => async (c: PageContext) => {
    const entry = await entryById(read, c.req.param("entry") ?? "");
    return entry === undefined ? showNotFound(c) : answer(c, entry);
  };
  const page = async (c: PageContext, entry: DescribedEntry, form: FormState) => {
    const communities = await communitiesOf(read, c.var.reader.person?.id ?? "");
    return <ContestPage c={c} form={form} entry={entry} communities={communities} />;
  };
  web.get(
    `${directoryPath}/:entry/contests/new`,
    visiting(async (c, entry) => {
      if (c.var.reader.person === undefined) return signInFirst(c);
      return c.html(await page(c, entry, await formOrKept(c, application, contestsPath(entry))));
    }),
  );
  web.post(
    `${directoryPath}/:entry/contests`,
    visiting((c, entry) =>
      carryOut({ c, application }, contestField, contestIn(c, application, entry), {
        page: `${contestsPath(entry)}/new`,
        onwards: ({ threadId }) => ({ path: `/threads/${threadId}` }),
        again: (form) => page(c, entry, form),
        fieldOf: (field) => (field === "communityId" ? "community" : field),
      }),
    ),
  );
}

/** What the form asks for, with the words about it that the thread begins with. */
function contestIn(c: PageContext, { origin }: Application, entry: DescribedEntry) {
  const { t } = c.var;
  const field = textOf(sentForm(c), "field");
  const claim = isFieldName(field) ? entry.fields[field]?.claim : undefined;
  const said = {
    field: isFieldName(field) ? fieldLabel(t, field) : "",
    value: claim === undefined ? "" : valueWords(t, claim.field, claim.value).slice(0, shown.value),
    place: entry.name.slice(0, shown.name),
    page: new URL(entryPath(entry), origin).href,
  };
  return {
    entryId: entry.id,
    communityId: textOf(sentForm(c), "community"),
    field,
    why: textOf(sentForm(c), "why"),
    title: t("directory.contest.thread", said).slice(0, contestLengths.title),
    about: t("directory.contest.about", said),
    language: t.language,
  };
}

interface ContestPageProps {
  readonly c: PageContext;
  readonly form: FormState;
  readonly entry: DescribedEntry;
  /** Those that the reader belongs to. */
  readonly communities: readonly Community[];
}

/** Where somebody says with what they disagree, and why, and who is to talk it over. */
function ContestPage({ c, form, entry, communities }: ContestPageProps) {
  const { frame, t } = c.var;
  const labels = {
    field: t("directory.contest.field"),
    community: t("directory.contest.community"),
    why: t("directory.contest.why"),
  };
  const said = fieldNames.flatMap((field) => {
    const claim = entry.fields[field]?.claim;
    if (claim === undefined) return [];
    const words = valueWords(t, field, claim.value);
    const value = words.length > shown.name ? `${words.slice(0, shown.name)}…` : words;
    return [{ value: field, label: t("directory.contest.option", { field: fieldLabel(t, field), value }) }];
  });
  return (
    <Page
      frame={frame}
      title={t("directory.contest.title")}
      notice={<RefusalSummary form={form} fields={labels} />}
      head={
        <PageHead
          frame={frame}
          name={t("directory.contest.title")}
          sentence={t("directory.contest.sentence")}
          community={
            <a href={entryPath(entry)}>
              <UserName name={entry.name} />
            </a>
          }
        />
      }
    >
      {communities.length === 0 ? (
        <Empty what={t("directory.contest.no-community")}>
          <p class="next-step">
            <a href="/communities">{t("directory.contest.see-communities")}</a>
          </p>
        </Empty>
      ) : (
        <Form frame={frame} action={contestsPath(entry)} draft={`directory ${contestsPath(entry)}`}>
          <Select name="field" label={labels.field} form={form} options={said} />
          <Choice
            name="community"
            label={labels.community}
            hint={t("directory.contest.community-hint")}
            form={form}
            options={communities.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextArea
            name="why"
            label={labels.why}
            hint={t("directory.contest.why-hint")}
            form={form}
            rows={6}
            maxlength={contestLengths.why}
          />
          <VisibilityLine>{t("directory.contest.visible")}</VisibilityLine>
          <Submit>{t("directory.contest.send")}</Submit>
        </Form>
      )}
    </Page>
  );
}
