import { Empty } from "../../../ui/components/empty.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { Section } from "../../../ui/components/section.tsx";
import { Submit } from "../../../ui/components/submit.tsx";
import { UserName } from "../../../ui/text.tsx";
import { opinionsPath } from "../addresses.ts";
import { statementsPerPage, type OpinionsView, type ReadStatement } from "./opinions-view.ts";

/** All statements of a thread, with what the reader says of each. */
export function StatementList({ view }: { readonly view: OpinionsView }) {
  const { visit, statements, from } = view;
  const { t } = visit.c.var;
  const path = opinionsPath(visit.thread);
  const shown = statements.slice(from, from + statementsPerPage);
  const next = from + statementsPerPage;
  return (
    <Section id="statements" title={t("decisions.opinions.statements")}>
      {shown.length === 0 ? (
        <Empty what={t("decisions.opinions.none")} />
      ) : (
        <ul class="opinion-statements">
          {shown.map((statement) => (
            <StatementItem view={view} statement={statement} />
          ))}
        </ul>
      )}
      <Pagination
        t={t}
        label={t("decisions.opinions.statements")}
        previous={from === 0 ? undefined : `${path}?from=${Math.max(0, from - statementsPerPage)}#statements`}
        next={next < statements.length ? `${path}?from=${next}#statements` : undefined}
      />
    </Section>
  );
}

function StatementItem({ view, statement }: { readonly view: OpinionsView; readonly statement: ReadStatement }) {
  const { visit } = view;
  const { t } = visit.c.var;
  const { thread } = visit;
  const mayAnswer = visit.isMember && thread.closedAt === undefined;
  return (
    <li>
      <p lang={thread.language} dir="auto">
        <UserName name={statement.text} />
      </p>
      <p class="statement-line">
        {statement.mine !== undefined &&
          `${t("decisions.opinions.mine", { answer: t(`decisions.opinions.said.${statement.mine}`) })} `}
        {mayAnswer && (
          <a href={`${opinionsPath(thread)}?statement=${statement.id}#act`}>
            {t(statement.mine === undefined ? "decisions.opinions.answer-this" : "decisions.opinions.change")}
            <span class="visually-hidden">: {statement.text}</span>
          </a>
        )}
      </p>
      <TakeBack view={view} statement={statement} />
    </li>
  );
}

/** For its author and for stewards, as long as nobody has answered. */
function TakeBack({ view, statement }: { readonly view: OpinionsView; readonly statement: ReadStatement }) {
  const { visit } = view;
  const { t, frame } = visit.c.var;
  const isTheirs = visit.isSteward || visit.personId === statement.authorId;
  if (!isTheirs || statement.answered > 0) return null;
  const label = t("decisions.opinions.take-back-which", { statement: statement.text });
  return (
    <Form frame={frame} action={`${opinionsPath(visit.thread)}/withdrawals`} label={label}>
      <input type="hidden" name="statement" value={statement.id} />
      <Submit kind="quiet" label={label}>
        {t("decisions.opinions.take-back")}
      </Submit>
    </Form>
  );
}
