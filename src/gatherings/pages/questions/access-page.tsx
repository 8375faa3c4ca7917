import { describePeople, signInFirst } from "../../../accounts/index.ts";
import { DataTable } from "../../../ui/components/data-table.tsx";
import { Empty } from "../../../ui/components/empty.tsx";
import { Pagination } from "../../../ui/components/pagination.tsx";
import { VisibilityLine } from "../../../ui/components/visibility-line.tsx";
import { maySeeAccessNeeds } from "../../commands/roles/may-see-access-needs.ts";
import { accessNeedsOfGathering } from "../../store/questions/questions.read.ts";
import { forbidden } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { FormPage } from "../form-page.tsx";
import { ParticipantName } from "../participant-name.tsx";
import type { GatheringVisit } from "../visit.ts";

const perPage = 50;

/** For the access steward alone: what people need to take part. */
export async function showAccessNeeds(visit: GatheringVisit): Promise<Response> {
  const { c, application, gathering, standing } = visit;
  if (standing.personId === undefined) return signInFirst(c);
  const { read } = application;
  if (!(await maySeeAccessNeeds(read, gathering, standing.personId))) return forbidden(c, "only-access-steward");
  const { t } = c.var;
  const after = c.req.query("after") ?? "";
  const found = await accessNeedsOfGathering(read, gathering.id, { after, limit: perPage + 1 });
  const page = found.slice(0, perPage);
  const people = await describePeople(
    read,
    page.map(({ person }) => person),
  );
  const path = `${gatheringPath(gathering)}/questions/access`;
  const title = t("gatherings.questions.access-title");
  return c.html(
    <FormPage visit={visit} title={title} notice={null}>
      <VisibilityLine>{t("gatherings.questions.access-visible")}</VisibilityLine>
      <DataTable
        t={t}
        caption={title}
        columns={[
          { label: t("gatherings.by-name.person") },
          { label: t("gatherings.questions.field.captions") },
          { label: t("gatherings.questions.field.signLanguage") },
          { label: t("gatherings.questions.field.other") },
        ]}
        rows={page.map((one) => [
          <ParticipantName t={t} person={people.get(one.person)} />,
          one.captions ? "✓" : "–",
          <bdi>{one.signLanguage}</bdi>,
          <bdi>{one.other}</bdi>,
        ])}
        empty={<Empty what={t("gatherings.questions.access-none")} />}
      />
      <Pagination
        t={t}
        label={title}
        previous={after === "" ? undefined : path}
        next={found.length > perPage ? `${path}?after=${page.at(-1)?.person ?? ""}` : undefined}
      />
    </FormPage>,
  );
}
