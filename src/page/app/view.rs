//! What the page shows.

use yew::prelude::*;

use super::{App, Msg};
use crate::page::{
    Editor, Figures, GraphPicture, LoopPanel, Notice, PythonExport, Remark, ScriptTools, Side,
    SideTabs, Timeline, Transport,
};
use crate::words::{Language, page as words, timeline};

impl App {
    pub(super) fn page(&self, context: &Context<Self>) -> Html {
        let (link, language) = (context.link(), self.language);
        let stale = self.is_stale();
        let runs = self
            .predicted
            .as_ref()
            .map(|predicted| predicted.runs.clone());
        let runs_of_panel = runs.clone();
        html! {
            <ContextProvider<Language> context={language}>
            <div class={self.class()}>
                <div class="top">
                    { self.header(context) }
                    if let Some(notice) = &self.notice {
                        <Notice
                            text={notice(language)}
                            can_undo={self.text.can_undo()}
                            on_undo={link.callback(|()| Msg::Undo)}
                            on_dismiss={link.callback(|()| Msg::Dismiss)}
                        />
                    }
                </div>
                <main class="main">
                    <Editor
                        text={self.text.get().clone()}
                        revision={self.text.revision()}
                        mistakes={self.mistakes.clone()}
                        {language}
                        pointed={self.pointed_lines()}
                        change={self.change.clone()}
                        trial={self.trial.clone()}
                        status={self.text.status(language)}
                        on_input={link.callback(Msg::Typed)}
                        on_point_line={link.callback(Msg::PointLine)}
                    />
                    <section class="side" aria-label={words::overview(language)}>
                        { self.beside(context, stale) }
                        <Figures
                            predicted={runs.clone()}
                            live={self.runner.live().cloned()}
                            {stale}
                            tick={self.tick}
                        />
                    </section>
                </main>
                <section class="timeline" aria-label={timeline::timeline(language)}>
                    <Transport
                        state={self.runner.state()}
                        can_run={!stale && self.has_tasks()}
                        speed={self.speed}
                        program={runs.as_ref().map(|runs| runs.program().clone())}
                        on_run={link.callback(|()| Msg::Run)}
                        on_pause={link.callback(|()| Msg::Pause)}
                        on_resume={link.callback(|()| Msg::Resume)}
                        on_reset={link.callback(|()| Msg::Reset)}
                        on_step={link.callback(Msg::Step)}
                        on_speed={link.callback(Msg::Speed)}
                        tools={self.timeline_tools.clone()}
                    />
                    <Remark
                        predicted={runs.clone()}
                        live={self.runner.live().cloned()}
                        empty={self.is_empty()}
                        stale={self.mistakes.count > 0 && self.has_tasks()}
                        tick={self.tick}
                        on_example={link.callback(|()| Msg::Example)}
                    />
                    <Timeline
                        predicted={runs}
                        live={self.runner.live().cloned()}
                        {stale}
                        pointed={self.pointed()}
                        on_point={link.callback(Msg::Point)}
                        on_stretch={link.callback(Msg::Stretch)}
                        tools={self.timeline_tools.clone()}
                        at_us={self.playhead.at_us}
                        on_playhead={link.callback(Msg::Playhead)}
                    />
                </section>
                <LoopPanel
                    predicted={runs_of_panel}
                    live={self.runner.live().cloned()}
                    at_us={self.now_us()}
                    events={self.playhead.events}
                    pointed={self.pointed()}
                    tick={self.tick}
                    on_point={link.callback(Msg::Point)}
                />
                { self.embed_bar(context) }
            </div>
            </ContextProvider<Language>>
        }
    }
    /// What stands beside the program.
    fn beside(&self, context: &Context<Self>, stale: bool) -> Html {
        let link = context.link();
        let predicted = self.predicted.as_ref();
        let script = predicted.and_then(|predicted| predicted.python.clone());
        let (tools, view) = match (self.side, script) {
            (Side::Graph, _) => (Html::default(), self.graph(context, stale)),
            (Side::WhatHelps, _) => (Html::default(), self.what_helps(context)),
            (Side::Sweep, _) => (Html::default(), self.sweep(context)),
            (Side::Python, None) => (
                Html::default(),
                html! { <PythonExport script={None::<AttrValue>} {stale} /> },
            ),
            (Side::Python, Some(script)) => (
                html! {
                    <ScriptTools
                        script={script.clone()}
                        on_trouble={link.callback(Msg::Trouble)}
                    />
                },
                html! { <PythonExport {script} {stale} /> },
            ),
        };
        html! {
            <SideTabs side={self.side} on_side={link.callback(Msg::Side)} {tools}>
                { view }
            </SideTabs>
        }
    }

    fn graph(&self, context: &Context<Self>, stale: bool) -> Html {
        let Some(predicted) = &self.predicted else {
            return html! { <div class="graph" aria-busy="true" /> };
        };
        let program = predicted.program();
        let pointed = self.pointed_node();
        html! {
            <div class="graph">
                <GraphPicture
                    program={program.clone()}
                    layout={predicted.layout.clone()}
                    predicted={predicted.runs.clone()}
                    live={self.runner.live().cloned()}
                    at_us={self.playhead.at_us}
                    {stale}
                    tick={self.tick}
                    {pointed}
                    on_point={context.link().callback(Msg::PointNode)}
                />
            </div>
        }
    }
}
