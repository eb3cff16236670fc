//! The gallery as a user meets it.

use std::time::Duration;

use fantoccini::elements::Element;
use serde_json::json;

use super::Page;

const SOON: Duration = Duration::from_secs(10);

impl Page {
    /// Opens the gallery by its button, and the example of this title in it.
    pub async fn open_example(&self, title: &str) {
        self.open_gallery("Examples").await;
        self.choose_example(title).await;
    }

    /// Chooses the example of this title in the open gallery.
    pub async fn choose_example(&self, title: &str) {
        let example = self.control(".example", title).await;
        example.click().await.expect("an example to be clicked");
    }

    /// Opens the gallery by its button of this name.
    pub async fn open_gallery(&self, name: &str) {
        self.click(name).await;
        self.wait_until("the gallery is open", SOON, async || {
            !self.offered_examples().await.is_empty()
        })
        .await;
    }

    /// The titles of the examples that the open gallery offers.
    pub async fn offered_examples(&self) -> Vec<String> {
        self.texts_of(".example-title").await
    }

    /// What the open gallery says of an example's figures.
    pub async fn offered_times(&self, title: &str) -> String {
        let script = "const example = [...document.querySelectorAll('.example')].find(
                (each) => each.querySelector('.example-title').innerText === arguments[0]);
            return example?.querySelector('.example-times [aria-hidden]')?.innerText ?? ''";
        let text = self.script(script, vec![json!(title)]).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// The gallery's field to search in.
    pub async fn search_field(&self, name: &str) -> Element {
        self.control("input[type=search]", name).await
    }

    /// What is told of the example that stands there.
    pub async fn story(&self) -> String {
        self.texts_of(".example-strip").await.concat()
    }

    /// Waits until the story of the example that stands there has `part` in it.
    pub async fn wait_for_story(&self, part: &str) {
        self.wait_until(&format!("a story with {part:?}"), SOON, async || {
            self.story().await.contains(part)
        })
        .await;
    }
}
