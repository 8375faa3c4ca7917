import { describe, expect, test } from "vitest";
import { rendered } from "../../../testing/house-style/rendered.ts";
import { testFrame } from "../../../testing/house-style/test-frame.ts";
import { Bars } from "./bars.tsx";
import { DataTable } from "./data-table.tsx";
import { FairnessLines } from "./fairness-lines.tsx";
import { HeatGrid } from "./heat-grid.tsx";
import { Pagination } from "./pagination.tsx";
import { ProgressLine } from "./progress-line.tsx";
import { StateStrip } from "./state-strip.tsx";

const { t } = testFrame();

describe("bars", () => {
  const html = rendered(
    <Bars
      t={t}
      id="slots"
      title="31 of 42 can come on Saturday"
      subject="Time"
      parts={["Yes", "If need be"]}
      bars={[
        { label: "Saturday", counts: [31, 0] },
        { label: "Sunday", counts: [10, 11] },
      ]}
      whole={42}
    />,
  );

  test("are as long as their counts, side by side", () => {
    expect(
      [...html.matchAll(/data-part="\d" x="([^"]+)" width="([^"]+)"/g)].map((match) => [match[1], match[2]]),
    ).toEqual([
      ["0.00%", "73.81%"],
      ["73.81%", "0.00%"],
      ["0.00%", "23.81%"],
      ["23.81%", "26.19%"],
    ]);
  });

  test("tell their parts apart by pattern as well as by hue", () => {
    expect(html).toContain('fill="url(#slots-pattern-0)"');
    expect(html).toContain('fill="url(#slots-pattern-1)"');
    expect(html).toContain('id="slots-pattern-1"');
  });

  test("have their numbers as a table one click away", () => {
    expect(html).toMatch(/<details class="figure-table"><summary>Show the numbers as a table<\/summary>/);
    expect(html).toMatch(/<th scope="row">Sunday<\/th><td data-numeric="yes">10<\/td><td data-numeric="yes">11<\/td>/);
  });

  test("of nothing are drawn without breaking", () => {
    const nothing = (
      <Bars t={t} id="none" title="x" subject="y" parts={["Yes"]} bars={[{ label: "Saturday", counts: [0] }]} />
    );
    expect(rendered(nothing)).toContain('width="0.00%"');
  });
});

describe("a grid of availability", () => {
  const cells = [
    { count: 0, of: 4 },
    { count: 1, of: 40 },
    { count: 3, of: 4, night: true },
    { count: 39, of: 40 },
    { count: 4, of: 4, chosen: true },
    undefined,
  ];
  const html = rendered(
    <HeatGrid
      t={t}
      caption="How many can come"
      subject="Zone"
      columns={cells.map(String)}
      rows={[{ label: "Rome", cells }]}
    />,
  );

  test("tints nobody as nobody, everybody alone as everybody, and anybody as somebody", () => {
    expect([...html.matchAll(/data-heat="(\d)"/g)].map((match) => match[1])).toEqual(["0", "1", "4", "4", "5"]);
  });

  test("does not tint what speaks against the row", () => {
    const against = [{ label: "Rome", cells: [{ count: 3, of: 4, plain: true }] }];
    const plain = rendered(<HeatGrid t={t} caption="x" subject="Zone" columns={["No"]} rows={against} />);
    expect(plain).toContain("<td>3</td>");
  });

  test("says in words what its signs say", () => {
    expect(html).toContain("night for you");
    expect(html).toContain("chosen");
  });

  test("is a table with a caption and a heading for each row and column", () => {
    expect(html).toContain("<caption>How many can come</caption>");
    expect(html).toContain('<th scope="row">Rome</th>');
    expect(html.match(/<th scope="col">/g)).toHaveLength(7);
  });
});

test("a line of fairness is as long as its share, and says people before percent", () => {
  const lines = [
    { label: "Asia-Pacific", share: { numerator: 0, denominator: 6 }, people: "0 of 6" },
    { label: "Europe", share: { numerator: 6, denominator: 6 }, people: "6 of 6" },
  ];
  const html = rendered(<FairnessLines t={t} title="Who can come" subject="Zone" measure="Share" lines={lines} />);
  expect([...html.matchAll(/cx="([^"]+)"/g)].map((match) => match[1])).toEqual(["4.00%", "96.00%"]);
  expect(html).toMatch(/<td>6 of 6<\/td><td data-numeric="yes">100%<\/td>/);
});

test("progress is drawn within its bounds and told in words", () => {
  expect(rendered(<ProgressLine count={7} needed={11} words="4 more needed" />)).toContain('width="63.64%"');
  expect(rendered(<ProgressLine count={12} needed={11} words="enough" />)).toContain(
    'class="progress-reach" width="100.00%"',
  );
  expect(rendered(<ProgressLine count={0} needed={0} words="nothing is needed" />)).toContain("nothing is needed");
});

test("the present state is marked in words and for screen readers, the past ones as done", () => {
  const states = [{ name: "Idea" }, { name: "Asking when", note: "until Friday" }, { name: "Held" }];
  const html = rendered(<StateStrip t={t} states={states} present={1} />);
  expect(html).toMatch(
    /<li aria-current="step"><span class="state-name">Now: Asking when<\/span><span class="state-note">until Friday/,
  );
  expect(html.match(/aria-current/g)).toHaveLength(1);
  expect(html).toMatch(/Idea<span class="visually-hidden"> done<\/span>/);
});

test("a list of one page has no pages to turn, the first page none before it", () => {
  expect(rendered(<Pagination t={t} label="Members" />)).toBe("");
  const html = rendered(<Pagination t={t} label="Members" next="?page=2" />);
  expect(html).toContain('href="?page=2" rel="next"');
  expect(html).not.toContain('rel="prev"');
});

test("a table of nothing shows the next step in its place", () => {
  expect(
    rendered(
      <DataTable t={t} caption="Members" columns={[{ label: "Name" }]} rows={[]} empty={<p>Invite somebody.</p>} />,
    ),
  ).toBe("<p>Invite somebody.</p>");
});
