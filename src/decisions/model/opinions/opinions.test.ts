import { describe, expect, test } from "vitest";
import { answerAt, answersWith, freePlace } from "./answers.ts";
import { drawOpinions } from "./drawing.ts";

const statements = ["pay", "share", "rest"].map((id, place) => ({ id, place }));
const times = (count: number, said: string) => Array.from({ length: count }, () => said);

describe("the answers of one person", () => {
  test("stand at the places of their statements", () => {
    expect(answersWith("+", 2, "disagree")).toBe("+.-");
    expect(answersWith("+.-", 0, "pass")).toBe("0.-");
    expect(answerAt("+.-", 2)).toBe("disagree");
    expect(answerAt("+.-", 1)).toBeUndefined();
    expect(answerAt("+.-", 7)).toBeUndefined();
  });

  test("of a statement that was taken back leave its place to another", () => {
    expect(freePlace([0, 1, 3])).toBe(2);
  });
});

describe("a drawing of opinions", () => {
  test("needs seven people and three statements", () => {
    const six = [...times(3, "+-+"), ...times(3, "-++")];
    expect(drawOpinions(statements, six)).toMatchObject({ people: 6, groups: [], places: [] });
    expect(drawOpinions(statements.slice(0, 2), times(7, "+-"))).toMatchObject({ people: 7, groups: [] });
    expect(drawOpinions(statements, [...six, "+-+"]).groups.map(({ size }) => size)).toEqual([4, 3]);
  });

  test("puts those who said the same in one place", () => {
    const { places } = drawOpinions(statements, [...times(4, "+-+"), ...times(3, "-++")]);
    expect(places.map(({ people }) => people)).toEqual([4, 3]);
  });

  test("does not tell what a group of two holds", () => {
    const { groups } = drawOpinions(statements, [...times(9, "+-+"), ...times(2, "-++")]);
    expect(groups.map(({ size }) => size)).toEqual([9, 2]);
    expect(groups[0]?.holds.length).toBeGreaterThan(0);
    expect(groups[1]?.holds).toEqual([]);
  });

  test("tells nothing of the order of people", () => {
    const people = [...times(4, "+-+"), ...times(3, "-++"), "00+"];
    expect(drawOpinions(statements, people.toReversed())).toEqual(drawOpinions(statements, people));
  });

  test("has at most five hundred places", () => {
    const many = Array.from({ length: 12 }, (_, place) => ({ id: `${place}`, place }));
    const people = Array.from({ length: 1_500 }, (_, person) =>
      many.map(({ place }) => "+-0".charAt(Math.floor(person / 3 ** (place % 7)) % 3)).join(""),
    );
    expect(drawOpinions(many, people).places.length).toBeLessThanOrEqual(500);
  });
});
