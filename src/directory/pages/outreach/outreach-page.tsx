import type { BoardToFill, KeptOffBoard } from "../../../gatherings/index.ts";
import { doneKey } from "../../../ui/after-act.ts";
import { Bars } from "../../../ui/components/bars.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Notice } from "../../../ui/components/notice.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { RefusalSummary } from "../../../ui/components/refusal-summary.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { hasFaults, type FormState } from "../../../ui/form-state.ts";
import { textsOf } from "../../../ui/form-input.ts";
import { Page } from "../../../ui/layout.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { UserName } from "../../../ui/text.tsx";
import type { DescribedEntry } from "../../model/entry.ts";
import { queryOf, type Filter } from "../../model/filter.ts";
import { balanceRows, balancedBy, type Counted } from "../../model/outreach/balance.ts";
import { entryPath, filterPath } from "../directory-paths.ts";
import { answerWords, fieldLabel, valueWords } from "../field-words.ts";
import { outreachPathOf } from "./outreach-paths.ts";

/** Places of a list, beside the board of the gathering that was chosen. */
export interface OutreachView {
  readonly filter: Filter;
  readonly gathering: BoardToFill;
  /** The places shown, each with why it is not put on the board. */
  readonly places: readonly {
    readonly entry: DescribedEntry;
    readonly keptOff: KeptOffBoard | "no-server" | "closed" | undefined;
  }[];
  readonly after: string | undefined;
  readonly next: string | undefined;
  readonly board: readonly Counted[];
  readonly list: readonly Counted[];
}

interface ChoosingProps {
  readonly c: PageContext;
  readonly filter: Filter;
  readonly boards: readonly BoardToFill[];
}

/** Where somebody chooses for which of their gatherings they invite places of a list. */
export function ChoosingPage({ c, filter, boards }: ChoosingProps) {
  const { frame, t } = c.var;
  return (
    <Page
      frame={frame}
      title={t("directory.outreach.title")}
      head={
        <PageHead
          frame={frame}
          name={t("directory.outreach.title")}
          sentence={t("directory.outreach.choose")}
          community={<a href={filterPath(filter)}>{t("directory.title")}</a>}
        />
      }
    >
      {boards.length === 0 ? (
        <Empty what={t("directory.outreach.no-gathering")} />
      ) : (
        <ul>
          {boards.map((board) => (
            <li>
              <a href={outreachPathOf(filter, board)}>
                <UserName name={board.title} />
              </a>
              {board.community !== "" && (
                <>
                  {" · "}
                  <UserName name={board.community} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

/** Where places of a list are put on the board of a gathering: which are there, and how the board is balanced without them and with them. */
export function OutreachPage({
  c,
  view,
  form,
}: {
  readonly c: PageContext;
  readonly view: OutreachView;
  readonly form: FormState;
}) {
  const { frame, t } = c.var;
  const { filter, gathering, after } = view;
  const board = `/gatherings/${gathering.id}/outreach`;
  const isDone = !hasFaults(form) && doneKey(c, ["put-on-board"]) !== undefined;
  return (
    <Page
      frame={frame}
      title={t("directory.outreach.title")}
      notice={
        isDone ? (
          <Notice t={t} what={t("directory.done.put-on-board")}>
            <p>
              <a href={board}>{t("directory.outreach.to-board")}</a>
            </p>
          </Notice>
        ) : (
          <RefusalSummary form={form} fields={{}} />
        )
      }
      head={
        <PageHead
          frame={frame}
          name={t("directory.outreach.title")}
          sentence={t("directory.outreach.sentence", { gathering: gathering.title })}
          community={<a href={filterPath(filter)}>{t("directory.title")}</a>}
        />
      }
    >
      <VisibilityLine>{t("directory.outreach.visible")}</VisibilityLine>
      <Section id="places" title={t("directory.outreach.places")}>
        <Places c={c} view={view} form={form} />
      </Section>
      <Pagination
        t={t}
        label={t("directory.outreach.places")}
        previous={after === undefined ? undefined : outreachPathOf(filter, gathering)}
        next={view.next === undefined ? undefined : outreachPathOf(filter, gathering, view.next)}
      />
      <Section
        id="balance"
        title={t("directory.outreach.balance")}
        explained={t("directory.outreach.balance-explained", { board: view.board.length, list: view.list.length })}
      >
        <BalanceDrawn c={c} view={view} />
      </Section>
      <p class="next-step">
        <a href={board}>{t("directory.outreach.to-board")}</a>
        {" · "}
        <a href={`/directory/outreach?${queryOf(filter)}`}>{t("directory.outreach.other-gathering")}</a>
      </p>
    </Page>
  );
}

function Places({ c, view, form }: { readonly c: PageContext; readonly view: OutreachView; readonly form: FormState }) {
  const { frame, t } = c.var;
  const { filter, gathering, places, after } = view;
  const open = places.filter(({ keptOff }) => keptOff === undefined).length;
  if (places.length === 0) return <Empty what={t("directory.none")} />;
  const ticked = textsOf(form.typed, "of");
  return (
    <Form frame={frame} action={outreachPathOf(filter, gathering, after)}>
      <ul class="outreach-places">
        {places.map(({ entry, keptOff }) => (
          <li>
            {keptOff === undefined ? (
              <input
                type="checkbox"
                name="of"
                value={entry.id}
                checked={ticked.includes(entry.id)}
                aria-label={entry.name}
              />
            ) : (
              <span />
            )}
            <span>
              <a href={entryPath(entry)}>
                <UserName name={entry.name} />
              </a>
              {entry.domain !== undefined && entry.domain !== entry.name && <> · {entry.domain}</>}
              <br />
              <span class="provenance">
                {keptOff === undefined ? <Facts c={c} entry={entry} /> : t(`directory.outreach.kept-off.${keptOff}`)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {open > 0 && (
        <div class="ticks-sent">
          <Submit name="which" value="ticked">
            {t("directory.outreach.put-ticked")}
          </Submit>
          <Submit kind="quiet" name="which" value="all">
            {t("directory.outreach.put-all", { count: open })}
          </Submit>
        </div>
      )}
    </Form>
  );
}

function Facts({ c, entry }: { readonly c: PageContext; readonly entry: DescribedEntry }) {
  const { t } = c.var;
  const facts = (["ownership", "country", "languages"] as const).flatMap((field) => {
    const settled = entry.fields[field];
    return settled === undefined ? [] : [valueWords(t, field, settled.claim.value)];
  });
  return <>{facts.join(" · ")}</>;
}

function BalanceDrawn({ c, view }: { readonly c: PageContext; readonly view: OutreachView }) {
  const { t } = c.var;
  return (
    <>
      {balancedBy.map((by) => {
        const rows = balanceRows(by, view.board, view.list);
        if (rows.length === 0) return undefined;
        return (
          <Bars
            t={t}
            id={`balance-${by}`}
            title={t(`directory.outreach.balance-by.${by}`)}
            subject={fieldLabel(t, by)}
            parts={[t("directory.outreach.on-board"), t("directory.outreach.in-list")]}
            bars={rows.map(({ answer, board, list }) => ({
              label: answer === undefined ? t("directory.outreach.others") : answerWords(t, by, answer),
              counts: [board, list],
            }))}
          />
        );
      })}
    </>
  );
}
