import { Section } from "../../../ui/components/section.tsx";
import { UserName } from "../../../ui/text.tsx";
import { Figure } from "../../../ui/components/figure.tsx";
import {
  fewestOfGroup,
  fewestPeople,
  fewestStatements,
  type DrawnGroup,
  type OpinionDrawing,
} from "../../model/opinions/drawing.ts";
import { MapDrawing } from "./map-drawing.tsx";
import type { OpinionsView } from "./opinions-view.ts";

interface MapProps {
  readonly view: OpinionsView;
  readonly drawing: OpinionDrawing;
}

/** Below this the groups run into one another (P. Rousseeuw 1987: a silhouette near 0 lies between two groups). */
const clearFrom = 0.25;

/** The map of a thread's opinions, with what its groups hold, what bridges and what divides them; or what is missing for one. */
export function OpinionMap({ view }: { readonly view: OpinionsView }) {
  const { t } = view.visit.c.var;
  const { drawing } = view;
  return (
    <Section id="map" title={t("decisions.opinions.map")} explained={t("decisions.opinions.map-explained")}>
      {drawing === undefined || drawing.groups.length === 0 ? (
        <Missing view={view} />
      ) : (
        <>
          <MapFigure view={view} drawing={drawing} />
          <Shared view={view} drawing={drawing} />
          {drawing.groups.map((group, place) => (
            <GroupHolds view={view} group={group} place={place} />
          ))}
          <p>{t("decisions.opinions.who-sees")}</p>
        </>
      )}
    </Section>
  );
}

function Missing({ view }: { readonly view: OpinionsView }) {
  const { t } = view.visit.c.var;
  const { people = 0 } = view.drawing ?? {};
  return (
    <p>
      {t("decisions.opinions.too-few", {
        people: Math.max(0, fewestPeople - people),
        statements: Math.max(0, fewestStatements - view.statements.length),
        fewestPeople,
        fewestStatements,
      })}
    </p>
  );
}

function MapFigure({ view, drawing }: MapProps) {
  const { t } = view.visit.c.var;
  const { people, groups } = drawing;
  return (
    <>
      <Figure
        t={t}
        title={t("decisions.opinions.figure", { people, groups: groups.length })}
        drawing={<MapDrawing t={t} drawing={drawing} />}
        columns={[{ label: t("decisions.opinions.group") }, { label: t("decisions.opinions.size"), numeric: true }]}
        rows={groups.map(({ size }, place) => [groupName(view, place), t.number(size)])}
      />
      {groups.length > 1 && drawing.clarity < clearFrom && <p>{t("decisions.opinions.unclear")}</p>}
    </>
  );
}

function Shared({ view, drawing }: MapProps) {
  const { t } = view.visit.c.var;
  const bridging = drawing.bridging.flatMap(({ statement, side }) => sentenceOf(view, statement, side));
  const dividing = drawing.dividing.flatMap(({ statement }) => sentenceOf(view, statement, undefined));
  return (
    <>
      <h3>{t("decisions.opinions.bridging")}</h3>
      {bridging.length === 0 ? <p>{t("decisions.opinions.nothing-bridges")}</p> : <ul>{bridging}</ul>}
      <h3>{t("decisions.opinions.dividing")}</h3>
      {dividing.length === 0 ? <p>{t("decisions.opinions.nothing-divides")}</p> : <ul>{dividing}</ul>}
    </>
  );
}

/** A statement as it is listed; none when it is gone since the map was drawn. */
function sentenceOf(view: OpinionsView, id: string, side: "agree" | "disagree" | undefined) {
  const { t } = view.visit.c.var;
  const statement = view.statements.find((known) => known.id === id);
  if (statement === undefined) return [];
  return [
    <li>
      <span lang={view.visit.thread.language} dir="auto">
        <UserName name={statement.text} />
      </span>
      {side !== undefined && <span class="statement-line"> ({t(`decisions.opinions.side.${side}`)})</span>}
    </li>,
  ];
}

interface GroupProps {
  readonly view: OpinionsView;
  readonly group: DrawnGroup;
  readonly place: number;
}

function GroupHolds({ view, group, place }: GroupProps) {
  const { t } = view.visit.c.var;
  const held = group.holds.flatMap(({ statement, agree, disagree, pass }) => {
    const known = view.statements.find(({ id }) => id === statement);
    return known === undefined ? [] : [{ text: known.text, agree, disagree, pass }];
  });
  return (
    <>
      <h3>{t("decisions.opinions.holds", { group: groupLetter(place), people: group.size })}</h3>
      {group.size < fewestOfGroup && <p>{t("decisions.opinions.too-small", { fewestOfGroup })}</p>}
      {group.size >= fewestOfGroup && held.length === 0 && <p>{t("decisions.opinions.holds-nothing")}</p>}
      {held.length > 0 && (
        <ul>
          {held.map(({ text, ...counts }) => (
            <li>
              <span lang={view.visit.thread.language} dir="auto">
                <UserName name={text} />
              </span>{" "}
              <span class="statement-line">({t("decisions.opinions.counts", counts)})</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function groupName(view: OpinionsView, place: number): string {
  return view.visit.c.var.t("decisions.opinions.group-name", { group: groupLetter(place) });
}

function groupLetter(place: number): string {
  return "ABCDE".charAt(place);
}
