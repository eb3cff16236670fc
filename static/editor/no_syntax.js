// What CodeMirror's commands and completion take from `@codemirror/language` and `@lezer/common`. A task
// graph has no syntax tree, and none of its editor's keys asks for one: the bundle of that editor has
// this file in the place of both packages, which are a seventh of it.

import { Facet } from "@codemirror/state";

export const indentUnit = Facet.define({ combine: ([unit]) => unit ?? "  " });
export const getIndentUnit = (state) => state.facet(indentUnit).length;
export const indentString = (_, columns) => " ".repeat(columns);

export class IndentContext {}
export class NodeProp {}
export const getIndentation = () => null;
export const matchBrackets = () => null;
export const syntaxTree = () => null;
