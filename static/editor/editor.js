// The editor of the page: CodeMirror, with all that it knows of a language asked of the page.
//
// The page's program, compiled to WebAssembly, finds the one class of this file as the global
// `CodeEditor`; `src/page/code_editor.rs` is the other side. Places in the text are counted in
// UTF-16 units, lines from 0. `./dev editor` makes `editor.min.js` of this file.

import { autocompletion } from "@codemirror/autocomplete";
import {
  addCursorAbove, addCursorBelow, copyLineDown, copyLineUp, deleteLine, history, historyKeymap, indentLess, indentMore,
  insertNewline, isolateHistory, moveLineDown, moveLineUp, selectLine, simplifySelection, standardKeymap,
  toggleComment, toggleTabFocusMode, undo,
} from "@codemirror/commands";
import {
  diagnosticCount, forEachDiagnostic, nextDiagnostic, previousDiagnostic, setDiagnostics,
} from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import {
  Annotation, Compartment, EditorState, StateEffect, StateField, Transaction,
} from "@codemirror/state";
import {
  activateHover, closeHoverTooltips, Decoration, EditorView, hasHoverTooltips, hoverTooltip, keymap, lineNumbers,
  placeholder, ViewPlugin,
} from "@codemirror/view";
import { StyleModule } from "style-mod";

// A longer line is shown without colours, as it may be the whole of a very long text.
const LONGEST_COLOURED_LINE = 4000;

// What `defaultKeymap` has beside `standardKeymap`, but for what asks for a syntax tree.
const plainKeymap = [
  { key: "Alt-ArrowUp", run: moveLineUp },
  { key: "Shift-Alt-ArrowUp", run: copyLineUp },
  { key: "Alt-ArrowDown", run: moveLineDown },
  { key: "Shift-Alt-ArrowDown", run: copyLineDown },
  { key: "Mod-Alt-ArrowUp", run: addCursorAbove },
  { key: "Mod-Alt-ArrowDown", run: addCursorBelow },
  { key: "Escape", run: simplifySelection },
  { key: "Alt-l", mac: "Ctrl-l", run: selectLine },
  { key: "Mod-[", run: indentLess },
  { key: "Mod-]", run: indentMore },
  { key: "Shift-Mod-k", run: deleteLine },
  { key: "Mod-/", run: toggleComment },
  { key: "Ctrl-m", mac: "Shift-Alt-m", run: toggleTabFocusMode },
];

// The page's policy allows no <style> element, which CodeMirror would make for its styles. Told of a
// place without a head, it makes a sheet that the document adopts, and keeps that by a symbol.
function adoptStyles() {
  const headless = {
    ownerDocument: document,
    get adoptedStyleSheets() { return document.adoptedStyleSheets; },
    set adoptedStyleSheets(sheets) { document.adoptedStyleSheets = sheets; },
  };
  StyleModule.mount(headless, []);
  const [kept] = Object.getOwnPropertySymbols(headless);
  document[kept] = headless[kept];
}

adoptStyles();

export class CodeEditor {
  // `parent` is the element that it fills. `options` are the text, the id of what describes its
  // mistakes, its words as for `setLanguage`, whether it is in the notation of task graphs, and if
  // so the page's answers:
  //   words(line)                     → [{ from, to, class }]
  //   complete(text, at, isExplicit)  → { from, options: [{ label, apply, asksForMore, help }] } or null
  //   help(line, at)                  → { from, to, help: { text, example } } or null
  //   onChange(text), onPointLine(line or undefined)
  constructor(parent, options) {
    this.options = options;
    this.language = new Compartment();
    this.view = new EditorView({
      parent,
      state: EditorState.create({ doc: options.text, extensions: this.extensions() }),
    });
  }

  extensions() {
    const { language, lineComment } = this.options;
    return [
      this.ofItsKind(),
      lineNumbers(),
      history(),
      search({ top: true }),
      litLines,
      EditorState.languageData.of(() => [{ commentTokens: { line: lineComment } }]),
      this.language.of(this.inLanguage(language)),
      EditorView.domEventHandlers({
        // A file is the whole page's affair; `true` keeps CodeMirror from writing it into the text.
        drop: (event) => event.dataTransfer?.files.length > 0,
        compositionend: () => void setTimeout(() => this.putWaitingText()),
        mousemove: (event, view) => this.point(lineAtHeight(view, event.clientY) ?? this.cursorLine()),
        mouseleave: () => this.point(this.cursorLine()),
      }),
      EditorView.updateListener.of((update) => this.updated(update)),
      keymap.of([
        { key: "F1", run: showTooltips },
        { key: "Escape", run: hideTooltips },
        { key: "F8", run: (view) => go(nextDiagnostic, view), shift: (view) => go(previousDiagnostic, view) },
        ...plainKeymap,
        ...standardKeymap,
        ...historyKeymap,
        ...searchKeymap,
      ]),
    ];
  }

  // What there is of what the text is written in alone.
  ofItsKind() {
    const { isNotation, words, complete, help } = this.options;
    return isNotation ? [
      colours(words),
      hoverTooltip((view, at) => helpAt(help, view.state, at)),
      autocompletion({
        override: [(context) => completionsAt(complete, context)],
        icons: false,
        compareCompletions: () => 0,
        activateOnCompletion: (chosen) => chosen.asksForMore,
      }),
      // What is indented continues the line above: the next line seldom does so too.
      keymap.of([{ key: "Enter", run: insertNewline, shift: insertNewline }]),
    ] : [];
  }

  inLanguage({ label, hint, phrases }) {
    return [
      EditorState.phrases.of(phrases),
      placeholder(hint),
      EditorView.contentAttributes.of((view) => attributes(view.state, label, this.options.describedBy)),
    ];
  }

  // Has it speak another language: { label, hint, phrases }, its accessible name, what it shows
  // while it is empty, and what CodeMirror says by the English of it.
  setLanguage(language) {
    this.view.dispatch({ effects: this.language.reconfigure(this.inLanguage(language)) });
  }

  // Puts another text in place of this one; one step of undo brings it back. What is being composed
  // by an input method is left to its end first.
  setText(text) {
    this.waitingText = text;
    this.putWaitingText();
  }

  putWaitingText() {
    const { view, waitingText: insert } = this;
    if (insert === undefined || view.composing) return;
    this.waitingText = undefined;
    if (view.state.doc.toString() === insert) return;
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert },
      selection: { anchor: 0 },
      scrollIntoView: true,
      annotations: isolateHistory.of("full"),
    });
  }

  // Changes parts of the text, [{ from, to, insert }], all as one step of undo, and shows the first.
  edit(changes) {
    this.view.dispatch({
      changes,
      effects: EditorView.scrollIntoView(changes[0]?.from ?? 0),
      annotations: isolateHistory.of("full"),
    });
  }

  // Tries `insert` in place of a part of the text, of which the page is not told: it asked for it.
  // The part is where it was when the trial began. All of a trial is one step of undo: its changes
  // are as of one moment, and to the history that is what keeps them together.
  tryPart(from, to, insert) {
    const { view, tried } = this;
    const was = tried?.was ?? view.state.sliceDoc(from, to);
    const stands = tried?.insert ?? was;
    if (insert === stands) return;
    const time = tried?.time ?? Date.now();
    view.dispatch({
      changes: { from, to: from + stands.length, insert },
      annotations: [ofTrial.of(true), Transaction.time.of(time), ...(tried ? [] : [isolateHistory.of("before")])],
    });
    this.tried = { was, insert, time };
  }

  // Ends the trial: what was tried last stays, or what was there before is back.
  endTrial(keep) {
    const { view, tried } = this;
    if (!tried) return;
    this.tried = undefined;
    if (keep && tried.insert !== tried.was) view.dispatch({ annotations: isolateHistory.of("full") });
    else undo(view);
  }

  // Underlines what is wrong: [{ from, to, message }], in order. The text may have changed since.
  setMistakes(mistakes) {
    const { state } = this.view;
    const within = (at) => Math.min(at, state.doc.length);
    const diagnostics = mistakes.map(({ from, to, message }) => ({
      from: within(from), to: within(to), message, severity: "error",
    }));
    this.view.dispatch(setDiagnostics(state, diagnostics));
  }

  // Lights the lines from `first` up to `end`, which is not among them.
  setLitLines(first, end) {
    this.view.dispatch({ effects: lightLines.of({ first, end }) });
  }

  // Selects a part of the text, brings it into view, and moves the focus there.
  select(from, to) {
    const { view } = this;
    if (view.composing) return;
    const within = (at) => Math.min(at, view.state.doc.length);
    view.focus();
    view.dispatch({
      selection: { anchor: within(from), head: within(to) },
      effects: EditorView.scrollIntoView(within(from), { y: "center" }),
    });
  }

  destroy() {
    this.view.destroy();
  }

  updated(update) {
    if (update.docChanged && !update.transactions.every((transaction) => transaction.annotation(ofTrial))) {
      this.tried = undefined;
      this.options.onChange(update.state.doc.toString());
    }
    if (update.docChanged || update.selectionSet || update.focusChanged) this.point(this.cursorLine());
  }

  cursorLine() {
    const { hasFocus, state } = this.view;
    return hasFocus ? state.doc.lineAt(state.selection.main.head).number - 1 : undefined;
  }

  // The user points at another line, or none: with the mouse or the cursor, whichever moved last.
  point(line) {
    if (line === this.pointed) return;
    this.pointed = line;
    this.options.onPointLine(line);
  }
}

// A change that is a part of a trial.
const ofTrial = Annotation.define();

function attributes(state, label, describedBy) {
  const isMistaken = diagnosticCount(state) > 0;
  return {
    "aria-label": label,
    // It can be edited, and so have the focus, without; not all tools know.
    tabindex: "0",
    "aria-invalid": String(isMistaken),
    ...(isMistaken && { "aria-describedby": describedBy }),
  };
}

function lineAtHeight(view, clientY) {
  const height = clientY - view.documentTop;
  const block = view.lineBlockAtHeight(height);
  const isOnText = block.top <= height && height < block.bottom;
  return isOnText ? view.state.doc.lineAt(block.from).number - 1 : undefined;
}

// Colours, for the lines in view and no others.

function colours(words) {
  const marks = new Map();
  const markOf = (name) => {
    if (!marks.has(name)) marks.set(name, Decoration.mark({ class: name }));
    return marks.get(name);
  };
  const inView = ({ state, visibleRanges }) => {
    const ranges = [];
    let last = 0;
    for (const { from, to } of visibleRanges) {
      for (let line = state.doc.lineAt(from); ; line = state.doc.line(line.number + 1)) {
        if (line.number > last && line.length <= LONGEST_COLOURED_LINE) {
          for (const word of words(line.text)) {
            ranges.push(markOf(word.class).range(line.from + word.from, line.from + word.to));
          }
        }
        last = line.number;
        if (line.to >= to) break;
      }
    }
    return Decoration.set(ranges);
  };
  const colour = class {
    constructor(view) {
      this.decorations = inView(view);
    }

    update({ docChanged, viewportChanged, view }) {
      if (docChanged || viewportChanged) this.decorations = inView(view);
    }
  };
  return ViewPlugin.fromClass(colour, { decorations: (plugin) => plugin.decorations });
}

// The lines that are pointed at elsewhere.

const lightLines = StateEffect.define();
const lit = Decoration.line({ class: "line-lit" });

const litLines = StateField.define({
  create: () => Decoration.none,
  update(lines, { changes, effects, state }) {
    for (const effect of effects) {
      if (effect.is(lightLines)) return linesOf(state.doc, effect.value);
    }
    return lines.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function linesOf(doc, { first, end }) {
  const ranges = [];
  for (let line = first; line < Math.min(end, doc.lines); line++) {
    ranges.push(lit.range(doc.line(line + 1).from));
  }
  return Decoration.set(ranges);
}

// Completion and help.

function completionsAt(complete, { state, pos, explicit }) {
  const found = complete(state.doc.toString(), pos, explicit);
  return found && { from: found.from, options: found.options.map(withInfo) };
}

function withInfo({ help, ...completion }) {
  return help ? { ...completion, info: () => helpElement(help) } : completion;
}

function helpAt(help, state, at) {
  const line = state.doc.lineAt(at);
  const found = help(line.text, at - line.from);
  return found && {
    pos: line.from + found.from,
    end: line.from + found.to,
    above: true,
    create: () => ({ dom: helpElement(found.help) }),
  };
}

function helpElement({ text, example }) {
  const element = document.createElement("div");
  element.className = "word-help";
  element.append(text, Object.assign(document.createElement("code"), { textContent: example }));
  return element;
}

// What the mouse would show at the cursor's place.
function showTooltips(view) {
  const until = ({ docChanged, selection }) => docChanged || selection !== undefined;
  activateHover(view, view.state.selection.main.head, 1, { until });
  return true;
}

function hideTooltips(view) {
  if (!hasHoverTooltips(view.state)) return false;
  view.dispatch({ effects: closeHoverTooltips });
  return true;
}

// Goes to a mistake, and tells those who do not see it what it is.
function go(command, view) {
  if (!command(view)) return false;
  const { from, to } = view.state.selection.main;
  const messages = [];
  forEachDiagnostic(view.state, (mistake, start, end) => {
    if (start === from && end === to) messages.push(mistake.message);
  });
  view.dispatch({ effects: EditorView.announce.of(messages.join(". ")) });
  return true;
}

// The bundle of Python's editor has this file in it too.
globalThis.CodeEditor ??= CodeEditor;
