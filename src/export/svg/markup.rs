use std::fmt::Write;

/// Elements of a picture one after another. Lengths are in CSS pixels.
#[derive(Default)]
pub struct Markup {
    svg: String,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub struct Face<'a> {
    /// A class of the picture's styles.
    pub class: &'a str,
    pub colour: &'a str,
}

impl Markup {
    /// Goes on with markup as it is.
    pub fn raw(&mut self, markup: &str) {
        self.svg.push_str(markup);
        self.svg.push('\n');
    }

    /// An element around a text.
    pub fn wrapped(&mut self, element: &str, text: &str) {
        self.raw(&format!("<{element}>{}</{element}>", escaped(text)));
    }

    /// A rectangle; `more` are further attributes.
    pub fn rect(&mut self, [x, y, width, height]: [f64; 4], fill: &str, more: &str) {
        self.write(format_args!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{fill}\"{}{more}/>",
            if more.is_empty() { "" } else { " " },
        ));
    }

    /// A straight line.
    pub fn line(&mut self, from: [f64; 2], to: [f64; 2], colour: &str, width: f64) {
        let ([x1, y1], [x2, y2]) = (from, to);
        self.write(format_args!(
            "<path d=\"M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}\" stroke=\"{colour}\" stroke-width=\"{width}\"/>"
        ));
    }

    /// A text whose line's middle is at `y`; `more` are further attributes.
    pub fn text(&mut self, text: &str, [x, y]: [f64; 2], face: Face, more: &str) {
        let Face { class, colour } = face;
        // A renderer that knows no baselines still sets it right: a letter's middle is a third of
        // its size above the baseline.
        let baseline = y + if class == "figure" { 8.5 } else { 4.0 };
        self.write(format_args!(
            "<text class=\"{class}\" x=\"{x:.1}\" y=\"{baseline:.1}\" fill=\"{colour}\"{}{more}>{}</text>",
            if more.is_empty() { "" } else { " " },
            escaped(text),
        ));
    }

    /// All of it.
    pub fn into_string(self) -> String {
        self.svg
    }

    fn write(&mut self, element: std::fmt::Arguments) {
        // Writing to a string never fails.
        let _ = writeln!(self.svg, "{element}");
    }
}

/// `text` as the content of an element: what XML has no place for is replaced.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            '\n' | '\t' => escaped.push(character),
            _ if character.is_control() => escaped.push('\u{fffd}'),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_leave_its_element() {
        assert_eq!(
            escaped("</text><script>&\"'\0\u{1b}\u{ffff}한"),
            "&lt;/text&gt;&lt;script&gt;&amp;&quot;&#39;\u{fffd}\u{fffd}\u{fffd}한"
        );
    }
}
