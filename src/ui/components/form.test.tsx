import { describe, expect, test } from "vitest";
import { rendered } from "../../../testing/house-style/rendered.ts";
import { testFrame } from "../../../testing/house-style/test-frame.ts";
import { refusedForm, untouchedForm } from "../form-state.ts";
import { Check, CheckGroup, Choice, Select } from "./choice.tsx";
import { Field } from "./field.tsx";
import { Form } from "./form.tsx";
import { RefusalSummary } from "./refusal-summary.tsx";
import { TextArea } from "./text-area.tsx";
import { MyServer } from "./two-doors.tsx";

const frame = testFrame();
const { t } = frame;
const fresh = untouchedForm(t);
const answers = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

function refused(typed: Readonly<Record<string, readonly string[]>>, ...fields: readonly string[]) {
  const problems = fields.map((field) => ({ field, problem: "required", values: {} }));
  return refusedForm(t, typed, { kind: "invalid-input", problems });
}

describe("a field", () => {
  test("is tied to its label, its hint and what is to be mended", () => {
    const form = refused({ purpose: ["x"] }, "purpose");
    const html = rendered(<Field name="purpose" label="Purpose" hint="One sentence." form={form} />);
    expect(html).toContain('<label class="field-label" for="field-purpose">Purpose</label>');
    expect(html).toContain('aria-describedby="field-purpose-hint field-purpose-fault" aria-invalid="true"');
    expect(html).toContain('id="field-purpose-fault">This is needed.</p>');
  });

  test("keeps what was typed, in place of what was proposed", () => {
    const typed = refused({ purpose: ['we "meet"'], note: ["<b>\nnote"] }, "purpose");
    expect(rendered(<Field name="purpose" label="x" form={typed} value="proposed" />)).toContain(
      'value="we &quot;meet&quot;"',
    );
    expect(rendered(<TextArea name="note" label="x" form={typed} value="proposed" />)).toContain(
      "&lt;b&gt;\nnote</textarea>",
    );
    expect(rendered(<Field name="purpose" label="x" form={fresh} value="proposed" />)).toContain('value="proposed"');
  });

  test("that was emptied stays empty", () => {
    expect(rendered(<Field name="purpose" label="x" form={refused({ purpose: [""] })} value="proposed" />)).toContain(
      'value=""',
    );
  });

  test("that may be left empty says so", () => {
    const html = rendered(<Field name="note" label="Note" form={fresh} optional />);
    expect(html).toContain("Note (optional)");
    expect(html).not.toContain("required");
  });
});

describe("a choice", () => {
  test("keeps what was chosen, in place of what was proposed", () => {
    const html = rendered(
      <Choice name="answer" label="x" options={answers} value="yes" form={refused({ answer: ["no"] })} />,
    );
    expect(html).toMatch(/value="no" checked=""/);
    expect(html).not.toMatch(/value="yes" checked/);
  });

  test("in which every tick was taken away has none, whatever was proposed", () => {
    const sent = refused({ purpose: ["x"] });
    expect(rendered(<CheckGroup name="days" label="x" options={answers} values={["yes"]} form={sent} />)).not.toContain(
      "checked",
    );
    expect(rendered(<CheckGroup name="days" label="x" options={answers} values={["yes"]} form={fresh} />)).toContain(
      "checked",
    );
    expect(rendered(<Check name="agreed" label="x" form={sent} checked />)).not.toContain("checked");
  });

  test("among many keeps what was chosen", () => {
    const html = rendered(
      <Select name="answer" label="x" options={answers} value="yes" form={refused({ answer: ["no"] })} />,
    );
    expect(html).toContain('<option value="no" selected="">');
    expect(html).not.toContain('<option value="yes" selected');
  });

  test("names its group and leads the error summary to its first option", () => {
    const html = rendered(<Choice name="answer" label="Your answer" options={answers} form={refused({}, "answer")} />);
    expect(html).toContain("<legend");
    expect(html).toMatch(/<input type="radio" name="answer" id="field-answer"/);
    expect(html).toContain("This is needed.");
  });
});

describe("the summary of what is to be mended", () => {
  test("names each field and leads to it", () => {
    const html = rendered(<RefusalSummary form={refused({}, "purpose", "unseen")} fields={{ purpose: "Purpose" }} />);
    expect(html).toContain('<a href="#field-purpose">Purpose: This is needed.</a>');
    expect(html).toContain("<li>This is needed.</li>");
    expect(html).toContain("autofocus");
  });

  test("is not there when there is nothing to mend", () => {
    expect(rendered(<RefusalSummary form={fresh} fields={{}} />)).toBe("");
  });

  test("goes from the top of the page down, whatever the command found first", () => {
    const form = refused({}, "purpose", "unseen", "name");
    const html = rendered(<RefusalSummary form={form} fields={{ name: "Name", purpose: "Purpose" }} />);
    expect([...html.matchAll(/#field-(\w+)|<li>This/g)].map(([, name = "none"]) => name)).toEqual([
      "name",
      "purpose",
      "none",
    ]);
  });
});

test("a form carries a token of its own", () => {
  let made = 0;
  const counting = testFrame("en", { formToken: () => `token-${++made}` });
  const html = rendered(<Form frame={counting} action="/a" />) + rendered(<Form frame={counting} action="/b" />);
  expect(html).toContain('name="form-token" value="token-1"');
  expect(html).toContain('name="form-token" value="token-2"');
});

test("my server is asked for by GET, with what is carried along, and without a token", () => {
  const html = rendered(<MyServer form={fresh} action="/go" carried={{ thing: 'a "thing"' }} />);
  expect(html).toContain('method="get" action="/go"');
  expect(html).toContain('<input type="hidden" name="thing" value="a &quot;thing&quot;"/>');
  expect(html).not.toContain("form-token");
});
