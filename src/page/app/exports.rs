//! What is taken away as a file.

use wasm_bindgen_futures::spawn_local;
use yew::Context;

use super::{App, Msg};
use crate::export::{self, RunSource, WrittenAs};
use crate::page::named_program::file_stem;
use crate::page::png::{SVG_KIND, png};
use crate::page::{Runs, Takeaway, colour_scheme, download};
use crate::words::programs as words;

const JSON_KIND: &str = "application/json";

/// The ending of the name of a program's file, and its MIME type.
fn file_kind(written_as: WrittenAs) -> (&'static str, &'static str) {
    match written_as {
        WrittenAs::TaskGraph => ("txt", "text/plain;charset=utf-8"),
        WrittenAs::Python => ("py", "text/x-python;charset=utf-8"),
    }
}

impl App {
    /// Where the times come from of what would be exported; none where there is nothing.
    pub(super) fn source_of_export(&self) -> Option<RunSource> {
        self.has_tasks().then(|| {
            let live = self.runner.live();
            match live.is_some_and(|live| live.is_over()) {
                true => RunSource::Measured,
                false => RunSource::Predicted,
            }
        })
    }

    /// Has the browser download the live run once it is over, or else what is predicted.
    pub(super) fn export(&self, what: Takeaway, context: &Context<Self>) {
        let (Some(source), Some(predicted)) = (self.source_of_export(), &self.predicted) else {
            return;
        };
        let live = self.runner.live().map(|live| live.runs());
        let runs: &Runs = match (source, live.as_deref()) {
            (RunSource::Measured, Some(live)) => live,
            _ => &predicted.runs,
        };
        let recorded = runs.recorded(source);
        let name = format!("{}-{}", file_stem(self.text.name()), source.word());
        let svg = || {
            let scheme = colour_scheme::shown();
            export::svg(&recorded, scheme, self.language)
        };
        let downloaded = match what {
            Takeaway::Png => {
                self.export_png(svg(), format!("{name}.png"), context);
                return;
            }
            Takeaway::Svg => download::text(&format!("{name}.svg"), SVG_KIND, &svg()),
            Takeaway::Record => {
                let json = export::record_json(&predicted.source, &recorded);
                download::text(&format!("{name}-record.json"), JSON_KIND, &json)
            }
            Takeaway::Trace => {
                let json = export::perfetto(&recorded);
                download::text(&format!("{name}-trace.json"), JSON_KIND, &json)
            }
        };
        if downloaded.is_err() {
            let link = context.link();
            link.send_message(Msg::Trouble(words::file_not_downloaded));
        }
    }

    fn export_png(&self, svg: String, name: String, context: &Context<Self>) {
        let link = context.link().clone();
        spawn_local(async move {
            let trouble = match png(&svg).await {
                Ok(picture) => download::bytes(&name, &picture)
                    .err()
                    .map(|_| words::file_not_downloaded as fn(_) -> _),
                Err(_) => Some(words::picture_not_made as fn(_) -> _),
            };
            if let Some(trouble) = trouble {
                link.send_message(Msg::Trouble(trouble));
            }
        });
    }

    /// Has the browser download the program's text.
    pub(super) fn save_file(&self, context: &Context<Self>) {
        let (ending, kind) = file_kind(self.text.written_as());
        let name = format!("{}.{ending}", file_stem(self.text.name()));
        if download::text(&name, kind, self.text.get()).is_err() {
            let link = context.link();
            link.send_message(Msg::Trouble(words::file_not_downloaded));
        }
    }
}
