/// The most characters of a line, as far as a script can help it.
const WIDTH: usize = 88;

/// What a docstring stands between.
const QUOTES: &str = "\"\"\"";

/// The lines of a script so far. A line's depth is how many blocks it is in.
#[derive(Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    /// Adds a line.
    pub(super) fn push(&mut self, depth: usize, line: &str) {
        if !line.is_empty() {
            self.text.push_str(&" ".repeat(4 * depth));
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    /// Adds whole lines as they are.
    pub(super) fn push_text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Goes on to a definition at the top level.
    pub(super) fn begin_definition(&mut self) {
        self.text.push_str("\n\n");
    }

    /// Adds a docstring: on one line where there is room, else on several, indented as the notation
    /// has what continues a line.
    pub(super) fn push_docstring(&mut self, depth: usize, text: &str) {
        let text = text.replace('\\', r"\\").replace('"', "\\\"");
        let line = format!("{QUOTES}{text}{QUOTES}");
        if Lines::has_room(depth, &line) {
            return self.push(depth, &line);
        }
        self.push(depth, QUOTES);
        let (mut inner, mut line) = (depth, String::new());
        for word in text.split(' ') {
            let longer = match line.as_str() {
                "" => word.to_owned(),
                _ => format!("{line} {word}"),
            };
            if line.is_empty() || Lines::has_room(inner, &longer) {
                line = longer;
            } else {
                self.push(inner, &line);
                (inner, line) = (depth + 1, word.to_owned());
            }
        }
        self.push(inner, &line);
        self.push(depth, QUOTES);
    }

    /// Adds `opening`, `items` with commas between them, and `closing`: on one line where there is
    /// room, else on three, else on a line for each.
    pub(super) fn push_bracketed(
        &mut self,
        depth: usize,
        opening: &str,
        items: &[String],
        closing: &str,
    ) {
        let content = items.join(", ");
        let line = format!("{opening}{content}{closing}");
        if Lines::has_room(depth, &line) {
            self.push(depth, &line);
        } else if Lines::has_room(depth + 1, &content) {
            self.push(depth, opening);
            self.push(depth + 1, &content);
            self.push(depth, closing);
        } else {
            self.push_items(depth, opening, items, closing);
        }
    }

    /// Adds `opening`, a line for each of `items`, and `closing`.
    pub(super) fn push_items(
        &mut self,
        depth: usize,
        opening: &str,
        items: &[String],
        closing: &str,
    ) {
        self.push(depth, opening);
        for item in items {
            self.push(depth + 1, &format!("{item},"));
        }
        self.push(depth, closing);
    }

    /// Adds a call with a list of `items`, or a comprehension, and `further` arguments: on one
    /// line where there is room, else on several.
    pub(super) fn push_call(
        &mut self,
        depth: usize,
        callee: &str,
        items: &[String],
        further: &[&str],
    ) {
        let list = format!("[{}]", items.join(", "));
        let arguments = [&[list.as_str()], further].concat();
        let line = format!("{callee}({})", arguments.join(", "));
        if Lines::has_room(depth, &line) {
            return self.push(depth, &line);
        }
        self.push(depth, &format!("{callee}("));
        let line = arguments.join(", ");
        if Lines::has_room(depth + 1, &line) {
            self.push(depth + 1, &line);
        } else {
            self.push_long_list(depth + 1, &list, items, !further.is_empty());
            for argument in further {
                self.push(depth + 1, &format!("{argument},"));
            }
        }
        self.push(depth, ")");
    }

    fn push_long_list(&mut self, depth: usize, list: &str, items: &[String], is_followed: bool) {
        let comma = if is_followed { "," } else { "" };
        let line = format!("{list}{comma}");
        if items.len() == 1 || Lines::has_room(depth, &line) {
            self.push(depth, &line);
        } else {
            self.push_items(depth, "[", items, &format!("]{comma}"));
        }
    }

    /// Whether a line is not too long.
    pub(super) fn has_room(depth: usize, line: &str) -> bool {
        4 * depth + line.chars().count() <= WIDTH
    }

    /// The script.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}
