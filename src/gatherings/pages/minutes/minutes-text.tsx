import { Section } from "../../../ui/components/section.tsx";
import { UserText } from "../../../ui/text.tsx";
import { minutesSpeaker } from "../../commands/minutes/minutes-words.ts";
import { minutesSections, type MinutesPart, type MinutesSection, type Said } from "../../model/minutes/sections.ts";
import { minutesPath, type MinutesVisit } from "./minutes-view.ts";

/** So many characters of what people wrote a page carries; the whole is one click away, and in the file. */
const mostWritten = 30_000;

/** The minutes themselves, as every reader sees them. */
export function MinutesText({ visit, found, language }: MinutesVisit) {
  const { c, application, gathering } = visit;
  const { t } = c.var;
  const spoken = language === t.language ? t : application.translations.translator(language, t.zone);
  const speak = minutesSpeaker(spoken);
  const sections = minutesSections(found.contentIn(language));
  const isWhole = c.req.query("whole") !== undefined;
  const { shown, left } = isWhole ? { shown: sections, left: 0 } : within(sections, mostWritten);
  return (
    <div class="minutes-text" lang={language === t.language ? undefined : language}>
      {shown.map((section) => (
        <Section id={section.id} title={speak(section.heading)}>
          {section.parts.map((part) => (
            <Part part={part} speak={speak} language={gathering.language} />
          ))}
        </Section>
      ))}
      {left > 0 && (
        <p>
          {t("gatherings.minutes.page.left", { characters: left })}{" "}
          <a href={`${minutesPath(gathering)}?whole=yes`}>{t("gatherings.minutes.page.whole")}</a>
        </p>
      )}
    </div>
  );
}

interface PartProps {
  readonly part: MinutesPart;
  readonly speak: (said: Said) => string;
  readonly language: string;
}

function Part({ part, speak, language }: PartProps) {
  switch (part.kind) {
    case "line":
      return <p>{speak(part.said)}</p>;
    case "heading":
      return <h3>{speak(part.said)}</h3>;
    case "list":
      return (
        <ul>
          {part.items.map((item) => (
            <li dir="auto">{speak(item)}</li>
          ))}
        </ul>
      );
    case "text":
      return <UserText text={part.text} language={language} />;
  }
}

/** As many texts, from the first on, as fit; and how many characters are left out. */
function within(sections: readonly MinutesSection[], most: number) {
  let room = most;
  let left = 0;
  const shown = sections.map((section) => ({
    ...section,
    parts: section.parts.filter((part) => {
      if (part.kind !== "text") return true;
      room -= part.text.length;
      if (room < 0) left += part.text.length;
      return room >= 0;
    }),
  }));
  return { shown, left };
}
