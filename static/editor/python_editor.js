// The page's editor for Python, a bundle of its own: who writes task graphs alone never loads it.
//
// The page's program finds the one class of this file as the global `PythonEditor`.
// `./dev editor` makes `python_editor.min.js` of this file.

import { autocompletion } from "@codemirror/autocomplete";
import { defaultKeymap, indentLess, indentMore } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorSelection, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, gutter, GutterMarker, keymap } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";

import { CodeEditor } from "./editor.js";

const STEP = 4;

// The classes are those of the notation where it has a like.
const colours = tagHighlighter([
  { tag: tags.comment, class: "w-comment" },
  { tag: [tags.keyword, tags.self], class: "w-keyword" },
  { tag: [tags.string, tags.special(tags.string)], class: "w-string" },
  { tag: [tags.number, tags.bool, tags.null], class: "w-number" },
  {
    tag: [tags.definition(tags.className), tags.function(tags.definition(tags.variableName))],
    class: "w-name",
  },
  { tag: tags.meta, class: "w-unknown" },
]);

class PythonEditor extends CodeEditor {
  ofItsKind() {
    return [
      standing,
      python(),
      syntaxHighlighting(colours),
      indentUnit.of(" ".repeat(STEP)),
      bracketMatching(),
      autocompletion({ icons: false }),
      // After Escape the Tab key goes on to what stands next on the page.
      keymap.of([{ key: "Tab", run: indent, shift: indentLess }, ...defaultKeymap]),
    ];
  }

  // Marks the lines at which tasks stand: [{ line, tasks, title }], from the top.
  setStanding(lines) {
    this.view.dispatch({ effects: stand.of(lines) });
  }
}

// Goes to the next multiple of a step; what is selected, by a step.
function indent(view) {
  const { state } = view;
  if (state.selection.ranges.some((range) => !range.empty)) return indentMore(view);
  const changes = state.changeByRange(({ head }) => {
    const column = head - state.doc.lineAt(head).from;
    const insert = " ".repeat(STEP - (column % STEP));
    return { changes: { from: head, insert }, range: EditorSelection.cursor(head + insert.length) };
  });
  view.dispatch(changes, { scrollIntoView: true, userEvent: "input.indent" });
  return true;
}

// Where tasks stand: a number beside the line, and a tint of the line.

const stand = StateEffect.define();
const tint = Decoration.line({ class: "line-standing" });

class Standing extends GutterMarker {
  constructor({ tasks, title }) {
    super();
    this.tasks = tasks;
    this.title = title;
  }

  eq(other) {
    return this.tasks === other.tasks && this.title === other.title;
  }

  toDOM() {
    const { tasks, title } = this;
    const textContent = tasks < 100 ? String(tasks) : "99+";
    return Object.assign(document.createElement("span"), { className: "standing", title, textContent });
  }
}

const nobody = { tints: Decoration.none, marks: RangeSet.empty };

const places = StateField.define({
  create: () => nobody,
  update({ tints, marks }, { changes, effects, state }) {
    for (const effect of effects) {
      if (effect.is(stand)) return placesOf(state.doc, effect.value);
    }
    return { tints: tints.map(changes), marks: marks.map(changes) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ tints }) => tints),
});

// The text may have changed since.
function placesOf(doc, lines) {
  const there = lines.filter(({ line }) => line < doc.lines);
  const at = ({ line }) => doc.line(line + 1).from;
  return {
    tints: Decoration.set(there.map((each) => tint.range(at(each)))),
    marks: RangeSet.of(there.map((each) => new Standing(each).range(at(each)))),
  };
}

const standing = [
  places,
  gutter({ class: "standing-gutter", markers: ({ state }) => state.field(places).marks }),
];

globalThis.PythonEditor = PythonEditor;
