import { Bars } from "../../src/ui/components/bars.tsx";
import { DefinitionList } from "../../src/ui/components/definition-list.tsx";
import { Choice } from "../../src/ui/components/choice.tsx";
import { Field } from "../../src/ui/components/field.tsx";
import { Notice } from "../../src/ui/components/notice.tsx";
import { PageHead } from "../../src/ui/components/page-head.tsx";
import { Person } from "../../src/ui/components/person.tsx";
import { SendAgain } from "../../src/ui/components/send-again.tsx";
import { LinkButton } from "../../src/ui/components/submit.tsx";
import { TextArea } from "../../src/ui/components/text-area.tsx";
import { refusedForm } from "../../src/ui/form-state.ts";
import { Page } from "../../src/ui/layout.tsx";
import type { Frame, PageContext } from "../../src/ui/request.ts";
import { ForeignText, UserName, UserText } from "../../src/ui/text.tsx";
import { hostileTexts } from "../hostile-texts.ts";

/** Every hostile text in every place where a page shows what people or servers write. */
export function hostilePage(c: PageContext): Response | Promise<Response> {
  const { frame } = c.var;
  return c.html(
    <Page frame={frame} title={hostileTexts[0] ?? ""} description={hostileTexts[1]} head={<h1>Hostile</h1>}>
      {hostileTexts.map((text, place) => (
        <HostileFields frame={frame} text={text} name={`field-${place}`} />
      ))}
    </Page>,
  );
}

/** One hostile text in every such place. */
export function HostileFields({
  frame,
  text,
  name,
}: {
  readonly frame: Frame;
  readonly text: string;
  readonly name: string;
}) {
  const { t } = frame;
  const refusal = { kind: "invalid-input", problems: [{ field: name, problem: text, values: { most: text } }] };
  const form = refusedForm(t, { [name]: [text] }, { ...refusal });
  const option = { value: text, label: text, hint: text };
  return (
    <article class="hostile">
      <PageHead
        frame={frame}
        kind={text}
        name={<UserName name={text} />}
        sentence={text}
        language={text}
        handle={text}
      />
      <UserText text={text} language={text} />
      <ForeignText html={text} language={text} />
      <Person t={t} name={text} handle={`${text}@${text}`} href={text} />
      <LinkButton href={text}>{text}</LinkButton>
      <Field name={name} label={text} hint={text} form={form} suggestions={[text]} />
      <TextArea name={`${name}-area`} label={text} form={form} value={text} />
      <Choice name={`${name}-choice`} label={text} form={form} options={[option]} />
      <Notice t={t} what={text} told={text} />
      <DefinitionList definitions={[{ term: text, definition: text }]} />
      <Bars t={t} id={name} title={text} subject={text} parts={[text]} bars={[{ label: text, counts: [1] }]} />
      <SendAgain frame={frame} action="/form" form={{ [text]: [text] }} />
    </article>
  );
}
