import { expect, test } from "vitest";
import { regionOf, regionsFrom } from "./regions.ts";

test("countries stand in their region, the one with the most places first", () => {
  const tallies = [
    { answer: "IT", count: 5 },
    { answer: "AT", count: 3 },
    { answer: "international", count: 4 },
    { answer: "CA", count: 1 },
    { answer: "DE", count: 3 },
    { answer: "unknown", count: 5 },
  ];
  expect(regionsFrom(tallies)).toEqual({
    regions: [
      {
        region: "150",
        countries: [
          { answer: "IT", count: 5 },
          { answer: "AT", count: 3 },
          { answer: "DE", count: 3 },
        ],
      },
      { region: "019", countries: [{ answer: "CA", count: 1 }] },
    ],
    international: 4,
    unknown: 5,
  });
});

test("every country that the runtime knows has a region", () => {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  const codes = letters.flatMap((one) => letters.map((other) => one + other)).filter((code) => names.of(code));
  // No countries: unions, withdrawn codes, codes for tests, and Antarctica.
  const none = new Set(
    "AC AN AQ BU CP CQ CS CT DD DG DY EA EU EZ FQ FX IC JT MI NH NQ NT PC PU PZ QO QU RH SU TA TP UK UN VD WK XA XB YD YU ZR ZZ HV".split(
      " ",
    ),
  );
  const homeless = codes.filter((code) => regionOf(code) === "elsewhere" && !none.has(code));
  expect(homeless).toEqual([]);
});
