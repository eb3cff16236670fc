//! What the page shows.

use std::rc::Rc;

use yew::prelude::*;

use super::{App, Msg};
use crate::export::WrittenAs;
use crate::page::{
    DisturbedBar, Editor, ExampleStrip, Figures, GraphPicture, LoopPanel, ModelledRun, Notice,
    Predicted, ProgramTabs, ProgramText, PythonExport, Remark, ScriptTools, Side, SideTabs,
    Timeline, Transport, WaysList, WaysMenu, WorldMenu,
};
use crate::words::{Language, compare, page as words, timeline};

impl App {
    pub(super) fn page(&self, context: &Context<Self>) -> Html {
        let (link, language) = (context.link(), self.language);
        let stale = self.is_stale();
        let predicted = self.predicted.as_ref();
        let runs = predicted.and_then(Predicted::known_runs);
        let program = predicted.map(|predicted| predicted.program().clone());
        let runs_of_panel = predicted.map(|predicted| predicted.runs.clone());
        html! {
            <ContextProvider<Language> context={language}>
            <ContextProvider<WrittenAs> context={self.text.written_as()}>
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
                    <ExampleStrip
                        example={self.example}
                        can_undo={self.text.can_undo() && self.notice.is_none()}
                        on_undo={link.callback(|()| Msg::Undo)}
                        on_dismiss={link.callback(|()| Msg::DismissExample)}
                    />
                </div>
                <main class="main">
                    { self.program(context) }
                    <section class="side" aria-label={words::overview(language)}>
                        { self.beside(context, stale) }
                        <Figures
                            predicted={runs.clone()}
                            live={self.runner.live().cloned()}
                            compared={self.compared.clone()}
                            {stale}
                            tick={self.tick}
                        />
                    </section>
                </main>
                <section class="timeline" aria-label={timeline::timeline(language)}>
                    <Transport
                        state={self.runner.state()}
                        can_run={self.can_run()}
                        speed={self.speed}
                        {program}
                        on_run={link.callback(|()| Msg::Run)}
                        on_pause={link.callback(|()| Msg::Pause)}
                        on_resume={link.callback(|()| Msg::Resume)}
                        on_reset={link.callback(|()| Msg::Reset)}
                        on_step={link.callback(Msg::Step)}
                        on_speed={link.callback(Msg::Speed)}
                        kept={self.kept.clone()}
                        more={self.compare_tools(context)}
                        tools={self.timeline_tools.clone()}
                    />
                    <Remark
                        predicted={runs.clone()}
                        live={self.runner.live().cloned()}
                        empty={self.is_empty() && !self.is_python()}
                        stale={self.mistakes.count > 0 && self.has_tasks()}
                        tick={self.tick}
                        on_example={link.callback(|()| Msg::StartWithExample)}
                    />
                    <DisturbedBar live={self.runner.live().cloned()} tick={self.tick} />
                    { self.python_remark() }
                    { self.compare_bar(context) }
                    { self.ways_list(stale) }
                    <Timeline
                        predicted={runs}
                        ways={self.ways_shown()}
                        compared={self.compared.clone()}
                        live={self.runner.live().cloned()}
                        {stale}
                        pointed={self.pointed()}
                        on_point={link.callback(Msg::Point)}
                        on_stretch={link.callback(Msg::Stretch)}
                        tools={self.timeline_tools.clone()}
                        at_us={self.shown_us()}
                        on_playhead={link.callback(Msg::Playhead)}
                    />
                </section>
                <LoopPanel
                    predicted={runs_of_panel}
                    live={self.runner.live().cloned()}
                    at_us={self.now_us()}
                    events={self.shown_playhead().events}
                    pointed={self.pointed()}
                    tick={self.tick}
                    on_point={link.callback(Msg::Point)}
                />
                { self.embed_bar(context) }
            </div>
            </ContextProvider<WrittenAs>>
            </ContextProvider<Language>>
        }
    }

    /// What else the runs are set beside: the controls.
    fn compare_tools(&self, context: &Context<Self>) -> Html {
        let link = context.link();
        html! {
            <div class="compare-tools">
                if self.is_python() {
                    <WorldMenu world={self.world.clone()} on_world={link.callback(Msg::World)} />
                } else {
                    <WaysMenu shown={self.ways} on_ways={link.callback(Msg::Ways)} />
                }
                <button
                    type="button"
                    class="plain-button"
                    title={compare::keep_tip(self.language)}
                    disabled={self.is_stale() || !self.has_tasks()}
                    onclick={link.callback(|_| Msg::Keep)}
                >
                    { compare::keep(self.language) }
                </button>
            </div>
        }
    }

    /// The runs in the modelled ways that are shown.
    fn ways_shown(&self) -> Vec<Rc<ModelledRun>> {
        let modelled = self.predicted.as_ref().and_then(|p| p.modelled.as_ref());
        let runs = modelled.into_iter().flat_map(|modelled| modelled.runs());
        let shown = runs.filter(|run| self.ways.shows(run.way));
        shown.cloned().collect()
    }

    fn ways_list(&self, stale: bool) -> Html {
        let predicted = self.predicted.as_ref();
        if self.ways.wanted_cores().is_none() || !self.has_tasks() || self.is_python() {
            return Html::default();
        }
        html! {
            <WaysList
                predicted={predicted.map(|predicted| predicted.runs.clone())}
                modelled={predicted.and_then(|predicted| predicted.modelled.clone())}
                shown={self.ways}
                {stale}
            />
        }
    }

    /// The program, in its editor; the other one's is hidden.
    fn program(&self, context: &Context<Self>) -> Html {
        let (link, language) = (context.link(), self.language);
        let shown = self.text.written_as();
        let editor = |text: &ProgramText| {
            let written_as = text.written_as();
            let is_shown = written_as == shown;
            let is_graph = written_as == WrittenAs::TaskGraph;
            html! {
                <Editor
                    {written_as}
                    text={text.get().clone()}
                    revision={text.revision()}
                    mistakes={if is_shown { self.mistakes.clone() } else { Rc::default() }}
                    {language}
                    pointed={self.pointed_lines().filter(|_| is_shown)}
                    change={self.change.clone().filter(|_| is_graph)}
                    trial={self.trial.clone().filter(|_| is_graph)}
                    wanted_line={self.wanted_line.filter(|_| !is_graph)}
                    standing={if is_graph { Vec::new() } else { self.standing() }}
                    on_input={link.callback(move |text| Msg::Typed(written_as, text))}
                    on_point_line={link.callback(Msg::PointLine)}
                />
            }
        };
        let mut texts = [&self.text, self.hidden.text()];
        texts.sort_by_key(|text| text.written_as() == WrittenAs::Python);
        let is_there =
            |text: &&&ProgramText| text.written_as() == WrittenAs::TaskGraph || self.is_python_open;
        let editors = texts.iter().filter(is_there);
        let editors: Vec<_> = editors
            .map(|text| (text.written_as(), editor(text)))
            .collect();
        html! {
            <ProgramTabs
                {shown}
                on_show={link.callback(Msg::Show)}
                status={self.text.status(language)}
                {editors}
            />
        }
    }

    /// What stands beside the program.
    fn beside(&self, context: &Context<Self>, stale: bool) -> Html {
        let link = context.link();
        let predicted = self.predicted.as_ref();
        let script = predicted.and_then(|predicted| predicted.python.clone());
        let mut tools = Html::default();
        let view = match (self.side, script) {
            (Side::Graph | Side::Output, _) => self.graph(context, stale),
            (Side::WhatHelps, _) => self.what_helps(context),
            (Side::Sweep, _) => self.sweep(context),
            (Side::Python, None) => html! { <PythonExport script={None::<AttrValue>} {stale} /> },
            (Side::Python, Some(script)) => {
                tools = html! {
                    <ScriptTools
                        script={script.clone()}
                        can_open={!stale}
                        on_open={link.callback(Msg::OpenAsPython)}
                        on_trouble={link.callback(Msg::Trouble)}
                    />
                };
                html! { <PythonExport {script} {stale} /> }
            }
        };
        let panels = match self.is_python() {
            true => vec![
                (Side::Graph, view),
                (Side::Output, self.output(context, stale)),
            ],
            false => vec![(self.side, view)],
        };
        html! {
            <SideTabs
                written_as={self.text.written_as()}
                side={self.side}
                on_side={link.callback(Msg::Side)}
                {tools}
                {panels}
            />
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
                    at_us={self.shown_us()}
                    {stale}
                    tick={self.tick}
                    {pointed}
                    on_point={context.link().callback(Msg::PointNode)}
                />
            </div>
        }
    }
}
