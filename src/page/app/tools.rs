//! What stands around the page's parts: its header, and in another page its frame.

use yew::prelude::*;

use super::{App, Msg};
use crate::page::program_link::View;
use crate::page::{EmbedBar, ExamplesMenu, ExportMenu, Header, ProgramsMenu};

impl App {
    /// The classes of the page, which say what of it is shown.
    pub(super) fn class(&self) -> Classes {
        let is_embedded = self.view == View::Embedded;
        classes!(
            "app",
            self.is_python().then_some("python"),
            is_embedded.then_some("embedded"),
            (is_embedded && self.is_editing).then_some("editing")
        )
    }

    /// The header; in another page there is none.
    pub(super) fn header(&self, context: &Context<Self>) -> Html {
        if self.view == View::Embedded {
            return Html::default();
        }
        let (link, language) = (context.link(), self.language);
        let menus = html! {
            <>
                <ProgramsMenu
                    written_as={self.text.written_as()}
                    text={self.text.get().clone()}
                    name={self.text.name().cloned()}
                    on_open={link.callback(Msg::OpenNamed)}
                    on_saved={link.callback(Msg::Saved)}
                    on_renamed={link.callback(Msg::Renamed)}
                    on_file={link.callback(Msg::Dropped)}
                    on_save_file={link.callback(|()| Msg::SaveFile)}
                />
                <ExportMenu
                    source={self.source_of_export()}
                    on_export={link.callback(Msg::Export)}
                    on_embed={link.callback(|()| Msg::Embed)}
                />
            </>
        };
        let examples = html! {
            <ExamplesMenu
                {language}
                written_as={self.text.written_as()}
                on_open={link.callback(Msg::Example)}
            />
        };
        html! {
            <Header
                said={self.said.as_ref().map_or("", |(what, _)| what(language))}
                {language}
                {examples}
                {menus}
                on_language={link.callback(Msg::Language)}
                on_share={link.callback(|()| Msg::Share)}
            />
        }
    }

    /// What stands below the page's parts in another page.
    pub(super) fn embed_bar(&self, context: &Context<Self>) -> Html {
        if self.view == View::Page {
            return Html::default();
        }
        html! {
            <EmbedBar
                written_as={self.text.written_as()}
                text={self.text.get().clone()}
                is_editing={self.is_editing}
                on_edit={context.link().callback(Msg::Edit)}
            />
        }
    }
}
