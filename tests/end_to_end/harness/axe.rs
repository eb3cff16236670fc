//! axe-core, which looks for what keeps people from using a page.

use std::path::Path;

use serde_json::{Value, json};

use super::Page;

impl Page {
    /// What axe-core finds in the page as it stands, against WCAG 2.2 AA and its own best
    /// practices: rule, places, and what to do.
    pub async fn barriers(&self) -> Vec<String> {
        let path = "tests/end_to_end/node_modules/axe-core/axe.min.js";
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let axe = std::fs::read_to_string(path).expect("axe-core: ./dev setup installs it");
        self.script(&axe, vec![]).await;
        let script = "
            const done = arguments[0];
            // A card is named by its title, which stands in it beside more: the rule, an experimental
            // one, wants all of that in the name.
            const rules = { 'label-content-name-mismatch': { enabled: false } };
            axe.run(document, { resultTypes: ['violations'], rules }).then(
                ({ violations }) => done(violations.map(({ id, help, nodes }) => id + ': ' + help
                    + nodes.map(({ target, any, all }) =>
                        '\\n  ' + target + ' ' + [...any, ...all].map((check) => check.message)).join(''))),
                (error) => done([String(error)]));";
        match self.script_that_waits(script, vec![]).await {
            Value::Array(found) => found.iter().map(|each| format!("{each:#}")).collect(),
            other => vec![format!("no answer: {}", json!(other))],
        }
    }
}
