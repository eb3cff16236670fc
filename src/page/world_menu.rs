//! The menu of the simulated world of Python programs: the seed of chance, and what answers requests.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::marked::marked;
use super::menu::Menu;
use super::use_language;
use crate::run::{MOST_RULES, Rule, RuleMistake, World};
use crate::words::{Language, python as words};

/// What [`WorldMenu`] shows, and whom it tells.
#[derive(PartialEq, Properties)]
pub struct WorldMenuProps {
    /// The world that programs live in.
    pub world: World,
    /// They are to live in another one.
    pub on_world: Callback<World>,
}

/// A rule as it stands in its fields: the URL, the time, the answer.
type Row = [String; 3];

/// The menu. What is written in its fields counts once a field is left, and only where all rules are
/// right; until then the programs live in the world before.
#[component]
pub fn WorldMenu(props: &WorldMenuProps) -> Html {
    let language = use_language();
    let rows = use_state_eq(|| rows(&props.world));
    // Another world than the fields', after a language or a reset, is shown as it is.
    use_effect_with(props.world.clone(), {
        let rows = rows.clone();
        move |world| {
            if read(&rows).is_ok_and(|rules| rules != world.rules) {
                rows.set(self::rows(world));
            }
        }
    });
    let change = {
        let (rows, world, on_world) = (rows.clone(), props.world.clone(), props.on_world.clone());
        Callback::from(move |changed: Vec<Row>| {
            if let Ok(rules) = read(&changed) {
                let seed = world.seed;
                on_world.emit(World { seed, rules });
            }
            rows.set(changed);
        })
    };
    let on_seed = {
        let (world, on_world) = (props.world.clone(), props.on_world.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let number = input.value_as_number();
            if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) {
                let (seed, rules) = (number as u32, world.rules.clone());
                on_world.emit(World { seed, rules });
            } else {
                input.set_value(&world.seed.to_string());
            }
        })
    };
    let add = {
        let (rows, change) = (rows.clone(), change.clone());
        Callback::from(move |_| {
            // Before the last one, which fits everything at first.
            let mut changed = (*rows).clone();
            let place = changed.len().saturating_sub(1);
            changed.insert(place, ["example.com/*", "1 s", "200"].map(str::to_owned));
            change.emit(changed);
        })
    };
    let reset = {
        let (rows, on_world) = (rows.clone(), props.on_world.clone());
        Callback::from(move |_| {
            let usual = World::default();
            rows.set(self::rows(&usual));
            on_world.emit(usual);
        })
    };
    let row = |place: usize| row_of(place, &rows, &change, language);
    let is_usual = props.world == World::default() && *rows == self::rows(&props.world);
    html! {
        <Menu name={words::world(language)} tip={words::world_tip(language)}>
            <div class="world">
                <p class="menu-title">{ words::world_title(language) }</p>
                <p class="world-note">{ marked(words::world_note(language)) }</p>
                <label class="world-seed">
                    <span>{ words::seed(language) }</span>
                    <input
                        type="number"
                        min="0"
                        max={u32::MAX.to_string()}
                        value={props.world.seed.to_string()}
                        onchange={on_seed}
                        onkeydown={stays_here}
                    />
                </label>
                <table class="world-rules">
                    <caption>{ marked(words::rules(language)) }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ words::rule_url(language) }</th>
                            <th scope="col">{ words::rule_after(language) }</th>
                            <th scope="col">{ words::rule_answer(language) }</th>
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>{ for (0..rows.len()).map(row) }</tbody>
                </table>
                <p class="world-tools">
                    <button
                        type="button"
                        class="plain-button"
                        disabled={rows.len() >= MOST_RULES}
                        onclick={add}
                    >
                        { words::add_rule(language) }
                    </button>
                    <button
                        type="button"
                        class="plain-button"
                        disabled={is_usual}
                        onclick={reset}
                    >
                        { words::usual_world(language) }
                    </button>
                </p>
            </div>
        </Menu>
    }
}

fn row_of(place: usize, rows: &[Row], change: &Callback<Vec<Row>>, language: Language) -> Html {
    let number = place + 1;
    let row = &rows[place];
    let mistake = rule_of(row).err();
    let names = [
        words::url_of(language, &number),
        words::after_of(language, &number),
        words::answer_of(language, &number),
    ];
    let wrong = |column: usize| match mistake {
        None => false,
        Some(RuleMistake::Url | RuleMistake::NoNumber) => column == 0,
        Some(RuleMistake::After) => column == 1,
        Some(RuleMistake::Answer) => column == 2,
    };
    let field = |(column, name): (usize, String)| {
        let onchange = {
            let (rows, change) = (rows.to_vec(), change.clone());
            Callback::from(move |event: Event| {
                let input: HtmlInputElement = event.target_unchecked_into();
                let mut rows = rows.clone();
                rows[place][column] = input.value();
                change.emit(rows);
            })
        };
        let id = format!("rule-{number}-mistake");
        html! {
            <td>
                <input
                    type="text"
                    aria-label={name}
                    aria-invalid={wrong(column).then_some("true")}
                    aria-describedby={wrong(column).then_some(id)}
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    value={row[column].clone()}
                    {onchange}
                    onkeydown={stays_here}
                />
            </td>
        }
    };
    let remove = {
        let (rows, change) = (rows.to_vec(), change.clone());
        Callback::from(move |_| {
            let mut rows = rows.clone();
            rows.remove(place);
            change.emit(rows);
        })
    };
    html! {
        <>
            <tr>
                { for names.into_iter().enumerate().map(field) }
                <td>
                    <button
                        type="button"
                        class="plain-button"
                        aria-label={words::remove_rule(language, &number)}
                        title={words::remove_rule(language, &number)}
                        disabled={rows.len() == 1}
                        onclick={remove}
                    >
                        { "×" }
                    </button>
                </td>
            </tr>
            if let Some(mistake) = mistake {
                <tr>
                    <td colspan="4" class="world-mistake" id={format!("rule-{number}-mistake")}>
                        { marked(said(mistake, language)) }
                    </td>
                </tr>
            }
        </>
    }
}

/// These keys count in a field, and go through the menu elsewhere.
fn stays_here(event: KeyboardEvent) {
    if matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
        event.stop_propagation();
    }
}

fn rows(world: &World) -> Vec<Row> {
    world.rules.iter().map(Rule::written).collect()
}

fn rule_of([url, after, answer]: &Row) -> Result<Rule, RuleMistake> {
    Rule::read(url, after, answer)
}

fn read(rows: &[Row]) -> Result<Vec<Rule>, RuleMistake> {
    rows.iter().map(rule_of).collect()
}

fn said(mistake: RuleMistake, language: Language) -> &'static str {
    match mistake {
        RuleMistake::Url => words::wrong_url(language),
        RuleMistake::After => words::wrong_after(language),
        RuleMistake::Answer => words::wrong_answer(language),
        RuleMistake::NoNumber => words::no_number(language),
    }
}
