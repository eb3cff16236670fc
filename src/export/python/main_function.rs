//! `main`, and what calls it.

use super::Export;
use super::layout::Lines;
use super::literal;
use super::needs::Needs;

const TOTAL: &str = r#"print(f"{time.perf_counter() - BEGAN:8.3f} s  total")"#;

impl Export<'_> {
    /// `main`, which creates the tasks and waits for them, and the call of it.
    pub(super) fn main_function(&self, lines: &mut Lines) {
        let needs = &self.needs;
        lines.begin_definition();
        lines.push(0, "async def main():");
        let docstring = match (needs.can_fail(), needs.task_group) {
            (false, _) => "Run all tasks at once.",
            (true, true) => "Run all tasks at once; the first failure cancels the others.",
            (true, false) => "Run all tasks at once; when one fails, the others go on.",
        };
        lines.push_docstring(1, docstring);
        match Needs::exceptions(needs.failed, needs.timeout) {
            Some(exceptions) if needs.task_group => {
                lines.push(1, "try:");
                self.run_tasks(2, lines);
                lines.push(1, &format!("except* {exceptions}:"));
                lines.push(2, "pass  # `reported` has kept the names in `failed`");
            }
            _ if self.program.nodes().is_empty() => {}
            _ => self.run_tasks(1, lines),
        }
        lines.push(1, TOTAL);
        self.call_main(lines);
    }

    /// Creates the tasks, waits for those that are to be waited for, and cancels the others.
    fn run_tasks(&self, depth: usize, lines: &mut Lines) {
        let needs = &self.needs;
        let mut depth = depth;
        if needs.task_group {
            lines.push(depth, "async with asyncio.TaskGroup() as group:");
            depth += 1;
        }
        for node in 0..self.program.nodes().len() {
            self.create(node, depth, lines);
        }
        if needs.foreground {
            if !needs.task_group {
                lines.push(depth, &gather("tasks"));
            } else if needs.background {
                lines.push(depth, "await asyncio.wait(tasks.values())");
            }
        }
        if needs.background {
            lines.push(depth, "for task in background.values():");
            lines.push(depth + 1, "task.cancel()");
            if !needs.task_group {
                lines.push(depth, &gather("background"));
            }
        }
    }

    /// Creates the tasks of a node, in a loop for a family.
    fn create(&self, place: usize, depth: usize, lines: &mut Lines) {
        let node = &self.program.nodes()[place];
        let name = &node.name;
        let Some(indices) = node.indices else {
            return self.create_one(place, "", &format!("\"{name}\""), depth, lines);
        };
        lines.push(depth, &format!("for i in {}:", literal::range(indices)));
        let name = format!("f\"{name}[{{i}}]\"");
        if self.needs.kept[place] {
            lines.push(depth + 1, &format!("name = {name}"));
            self.create_one(place, "i", "name", depth + 1, lines);
        } else {
            self.create_one(place, "i", &name, depth + 1, lines);
        }
    }

    fn create_one(&self, place: usize, index: &str, name: &str, depth: usize, lines: &mut Lines) {
        let create_task = if self.needs.task_group {
            "group.create_task"
        } else {
            "asyncio.create_task"
        };
        let target = if self.needs.kept[place] {
            format!("{}[{name}] = ", self.dict(place))
        } else {
            String::new()
        };
        let opening = format!("{target}{create_task}(");
        let arguments = [
            format!("{}({index})", self.names.functions[place]),
            format!("name={name}"),
        ];
        lines.push_bracketed(depth, &opening, &arguments, ")");
    }

    fn call_main(&self, lines: &mut Lines) {
        lines.begin_definition();
        lines.push(0, "if __name__ == \"__main__\":");
        lines.push(1, "asyncio.run(main())");
        if self.needs.can_fail() {
            let message = if self.needs.task_group {
                "{failed[0]} has failed, so the others were cancelled.".to_owned()
            } else {
                let counts: Vec<String> = self.dicts().map(|dict| format!("len({dict})")).collect();
                let all = counts.join(" + ");
                format!("{{len(failed)}} of {{{all}}} tasks failed.")
            };
            lines.push(1, "if failed:");
            lines.push(2, &format!("sys.exit(f\"{message}\")"));
        }
    }
}

fn gather(dict: &str) -> String {
    format!("await asyncio.gather(*{dict}.values(), return_exceptions=True)")
}
