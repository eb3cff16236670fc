use std::path::{Path, PathBuf};
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::{Value, json};

use super::Page;

const SOON: Duration = Duration::from_secs(10);

impl Page {
    /// Opens the menu of this name.
    pub async fn open_menu(&self, name: &str) {
        self.click(name).await;
        let is_open = "return document.activeElement.getAttribute('aria-expanded')";
        self.wait_until("the menu is open", SOON, async || {
            self.script(is_open, vec![]).await == "true"
        })
        .await;
    }

    /// Chooses a command of the menu of this name.
    pub async fn choose(&self, menu: &str, command: &str) {
        self.open_menu(menu).await;
        self.click(command).await;
    }

    /// Types a program's name into the field that asks for one, and presses Enter.
    pub async fn name_it(&self, name: &str) {
        let field = self.textbox_in_form("Name").await;
        field.clear().await.expect("a field that can be cleared");
        let enter = char::from(Key::Enter);
        let typed = field.send_keys(&format!("{name}{enter}")).await;
        typed.expect("a field that takes a name");
    }

    /// The field of a form that has this name.
    pub async fn textbox_in_form(&self, name: &str) -> Element {
        self.control("form input", name).await
    }

    /// Goes to a page of somebody else on the same host.
    pub async fn open_around(&self) {
        let around = "return new URL('/around', location).href";
        let around = self.script(around, vec![]).await;
        let around = around.as_str().expect("an address");
        self.client.goto(around).await.expect("a page");
    }

    /// Loads the page as it is in another page, and waits until it is there.
    pub async fn open_embedded(&self, address: &str) {
        self.client.goto(address).await.expect("the page to load");
        self.button("Edit").await;
    }

    /// Loads the page again as it is in another page.
    pub async fn reload_embedded(&self) {
        self.load_again().await;
        self.button("Edit").await;
    }

    /// Saves the program by a name that nothing has yet.
    pub async fn save_as(&self, name: &str) {
        self.choose("Programs", "Save as…").await;
        self.name_it(name).await;
        self.wait_until("it is said to be saved", SOON, async || {
            self.texts_of("header [role=status]").await == ["Saved"]
        })
        .await;
    }

    /// What the alerts of the open menu say.
    pub async fn menu_alert(&self) -> String {
        self.texts_of("form [role=alert]").await.concat()
    }

    /// The names of the saved programs, as the open menu lists them.
    pub async fn saved_programs(&self) -> Vec<String> {
        self.texts_of(".program-name").await
    }

    /// An empty folder that downloads go into from now on.
    pub async fn downloads(&self, test: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/downloads");
        let folder = folder.join(test);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder for downloads");
        self.download_to(&folder).await;
        folder
    }

    /// What is in a file, once it is downloaded.
    pub async fn downloaded(&self, file: &Path) -> Vec<u8> {
        self.wait_until(&format!("the file {file:?}"), SOON, async || is_whole(file))
            .await;
        std::fs::read(file).expect("a file")
    }

    /// The figures of a picture: its size, and how many colours it has.
    pub async fn picture_facts(&self, bytes: &[u8], kind: &str) -> Value {
        let script = "const [bytes, type, done] = arguments;
            const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
            const image = new Image();
            image.onerror = () => done({ error: 'no picture' });
            image.onload = () => {
                const { naturalWidth: width, naturalHeight: height } = image;
                const canvas = document.createElement('canvas');
                Object.assign(canvas, { width, height });
                const context = canvas.getContext('2d');
                context.drawImage(image, 0, 0);
                const { data } = context.getImageData(0, 0, width, height);
                const colours = new Set(new Uint32Array(data.buffer));
                done({ width, height, colours: colours.size, first: [...data.slice(0, 3)] });
            };
            image.src = url;";
        self.script_that_waits(script, vec![json!(bytes), json!(kind)])
            .await
    }

    /// What the browser keeps under a key.
    pub async fn kept(&self, key: &str) -> Value {
        let script = "return localStorage.getItem(arguments[0])";
        self.script(script, vec![json!(key)]).await
    }

    /// The page's background.
    pub async fn background(&self) -> Value {
        let script = "return getComputedStyle(document.body).backgroundColor";
        self.script(script, vec![]).await
    }
}

/// Whether a download is there: Firefox puts an empty file in its place, and what has come of it into
/// one that ends in `.part`.
fn is_whole(file: &Path) -> bool {
    let is_part = |name: &Path| name.extension().is_some_and(|ending| ending == "part");
    let folder = file.parent().and_then(|folder| folder.read_dir().ok());
    let mut others = folder.into_iter().flatten().flatten();
    file.metadata().is_ok_and(|facts| facts.len() > 0) && !others.any(|each| is_part(&each.path()))
}
