import { expect, test } from "vitest";
import { rendered } from "../../testing/house-style/rendered.ts";
import { kernelCatalogues } from "../kernel/i18n/messages/catalogue.ts";
import { createTranslations } from "../kernel/i18n/translator.ts";

test("a link within a sentence is a link, and what fills the sentence is text", () => {
  const messages = { "hall.rules": "Read <link>the rules of {name}</link> & agree, {name}." };
  const hall = { en: messages, es: messages, fr: messages, de: messages, it: messages };
  const t = createTranslations([kernelCatalogues, hall]).translator("en", "UTC");
  const link = (words: readonly unknown[]) => <a href="/rules">{words}</a>;
  expect(rendered(<p>{t.rich("hall.rules", { link }, { name: "<b>Ada</b>" })}</p>)).toBe(
    '<p>Read <a href="/rules">the rules of &lt;b&gt;Ada&lt;/b&gt;</a> &amp; agree, &lt;b&gt;Ada&lt;/b&gt;.</p>',
  );
});
