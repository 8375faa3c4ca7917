import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { languages } from "../../kernel/i18n/language.ts";
import { askableQuestions } from "../model/questions/questions.ts";
import { readWrittenAnswers } from "../model/questions/written-answers.ts";
import { gatheringCatalogues } from "./catalogue.ts";

test.each(languages)("the lines that the message in %s offers are understood when they are sent back", (language) => {
  const text = gatheringCatalogues[language]["gatherings.questions.notice.asked"] ?? "";
  const flags = Object.fromEntries(askableQuestions.map((question) => [question, "yes"]));
  const told = String(new IntlMessageFormat(text, language).format({ title: "T", ...flags }));
  const [, offered = ""] = told.split("\n\n");
  const lines = offered.split("\n").filter((line) => line !== "");
  expect(lines).toHaveLength(7);
  // Of a choice such as "yes, no, or without my name", somebody sends one.
  const sent = lines.map((line) => (/, .*, | o | oder | ou /.test(line) ? line.replace(/,.*$/, "") : line));
  expect(readWrittenAnswers(sent.join("\n"))).toMatchObject({ recording: "yes", captions: true, acceptsConduct: true });
});
