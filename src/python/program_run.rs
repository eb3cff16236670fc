use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::rc::Rc;

use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyResult, VirtualMachine};

use super::Told;
use super::run_clock::{Loops, RunClock};
use super::standing::Standing;
use crate::event_loop::browser::BrowserClock;
use crate::event_loop::virtual_time::VirtualClock;
use crate::event_loop::{
    Cause, Clock, Event, EventLoop, Hold, Outcome, SemaphoreId, TaskId, Ties, Wait, What,
};
use crate::graph::StepKind;
use crate::run::{Mode, Output, Stream};

/// One run of a program: its clock, and what becomes of it. Its loops share it.
pub struct ProgramRun {
    clock: Rc<RunClock>,
    mode: Mode,
    events: RefCell<Vec<Event>>,
    output: RefCell<Vec<Output>>,
    /// Tasks by the addresses of their objects, as long as they live.
    tasks: RefCell<HashMap<usize, TaskId>>,
    created: RefCell<Vec<TaskOrigin>>,
    /// Who waits for a future, by the address of its object, in the order of their waits.
    waiting: RefCell<HashMap<usize, VecDeque<(TaskId, PyObjectRef)>>>,
    /// The loop that runs.
    running: RefCell<Option<EventLoop>>,
    /// When the timer is due that was set last, in microseconds since the run began.
    last_timer_us: Cell<u64>,
    /// Where the tasks stand that wait.
    standing: RefCell<BTreeMap<TaskId, GroupStep>>,
    groups: RefCell<Vec<Group>>,
    shared: RefCell<Vec<Shared>>,
    /// When a thread begins and ends what a future is of, by the address of its object.
    jobs: RefCell<HashMap<usize, (u64, u64)>>,
    /// Nothing can go on any more.
    over: Cell<bool>,
}

/// Tasks that are alike: of the same coroutine function, unless somebody named them.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// What they are called.
    pub name: String,
    /// The line on which their coroutine function begins, from 1.
    pub line: u32,
    /// Where they wait, or hold the loop. The first is where they begin.
    pub steps: Vec<GroupStep>,
}

/// A place at which the tasks of a group wait, or hold the loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupStep {
    /// The line, from 1.
    pub line: u32,
    /// What is called there.
    pub what: String,
    /// What that does to the loop.
    pub kind: StepKind,
}

/// A lock, a semaphore, a queue: what several tasks share and wait for.
#[derive(Clone, Debug)]
pub struct Shared {
    /// What class of thing it is.
    pub class: String,
    address: usize,
}

/// Where a task comes from.
#[derive(Clone, Debug, Default)]
pub struct TaskOrigin {
    /// The name that it was given, or got.
    pub name: String,
    /// What its coroutine function is called.
    pub coroutine: String,
    /// Which of [`ProgramRun::groups`] it is in.
    pub group: usize,
    /// Who created it.
    pub creator: Option<TaskId>,
    has_begun: bool,
}

/// A coroutine of `page_events.py`.
const SHUTDOWN: &str = "EventLoop.shutdown_default_executor";

/// A step that takes less time than this, in microseconds, is not told as one that computes.
const LEAST_COMPUTED_US: u64 = 1_000;

/// What is said where nothing can go on, before the tasks that wait.
const DEAD_END: &str = "The program waits for ever: nothing is ready, and no timer is set.\n";

thread_local! {
    static CURRENT: RefCell<Option<Rc<ProgramRun>>> = const { RefCell::new(None) };
}

impl ProgramRun {
    /// A run at time 0, in virtual time.
    pub fn new(mode: Mode) -> Self {
        Self::by(Loops::Virtual(VirtualClock::default()), mode)
    }

    /// A run by a real clock.
    pub fn live(mode: Mode, clock: Rc<BrowserClock>) -> Self {
        Self::by(Loops::Live(clock), mode)
    }

    fn by(loops: Loops, mode: Mode) -> Self {
        let clock = RunClock {
            loops,
            threads: RefCell::default(),
        };
        ProgramRun {
            clock: Rc::new(clock),
            mode,
            events: RefCell::default(),
            output: RefCell::default(),
            tasks: RefCell::default(),
            created: RefCell::default(),
            waiting: RefCell::default(),
            running: RefCell::default(),
            last_timer_us: Cell::new(0),
            standing: RefCell::default(),
            groups: RefCell::default(),
            shared: RefCell::default(),
            jobs: RefCell::default(),
            over: Cell::new(false),
        }
    }

    /// The run that is going on; a run of its own where none is.
    pub fn current() -> Rc<Self> {
        CURRENT.with_borrow_mut(|current| {
            current
                .get_or_insert_with(|| Rc::new(ProgramRun::new(Mode::Concurrent)))
                .clone()
        })
    }

    /// Has `act` done as a part of this run.
    pub fn during<T>(self: &Rc<Self>, act: impl FnOnce() -> T) -> T {
        let before = CURRENT.replace(Some(self.clone()));
        let done = act();
        CURRENT.set(before);
        done
    }

    /// From now on this is the run that goes on.
    pub fn make_current(self: &Rc<Self>) {
        CURRENT.set(Some(self.clone()));
    }

    /// A loop by the run's clock.
    pub fn new_loop(&self) -> EventLoop {
        EventLoop::with_ties(self.clock.clone(), Ties::ByHeap)
    }

    /// Whether it is the sequential run.
    pub fn is_sequential(&self) -> bool {
        self.mode == Mode::Sequential
    }

    /// The time of whoever asks, in microseconds since the run began: a modelled thread's own, or
    /// the loop's.
    pub fn time_us(&self) -> u64 {
        self.clock.time_us()
    }

    /// The time for whoever asks at this moment, in microseconds since the run began.
    pub fn exact_us(&self) -> u64 {
        self.clock.exact_us()
    }

    /// Lets time pass for whoever asks, and for nobody else on the same thread (`time.sleep`).
    pub fn hold(&self, duration_us: u64, vm: &VirtualMachine) {
        self.reach_running("time.sleep", StepKind::Block, vm);
        match &*self.running.borrow() {
            Some(event_loop) if !self.is_in_thread() => {
                event_loop.hold(Hold::Block, duration_us);
            }
            _ => self.clock.hold(Hold::Block, duration_us),
        }
    }

    /// Lets time pass as a wait for a timer, which the current task does not give the loop back for.
    pub fn wait(&self, duration_us: u64, vm: &VirtualMachine) {
        self.reach_running("", StepKind::Io, vm);
        let until_us = self.time_us() + duration_us;
        let running = self.running.borrow();
        let task = running.as_ref().and_then(|event_loop| {
            let task = event_loop.current_task()?;
            Some((event_loop, task))
        });
        if let Some((event_loop, task)) = task {
            let on = Wait::Timer { until_us };
            event_loop.tell(task, What::Waits { on });
        }
        self.wait_until(until_us);
        if let Some((event_loop, task)) = task {
            event_loop.tell(
                task,
                What::Ready {
                    cause: Cause::Timer,
                },
            );
            event_loop.tell(task, What::StepBegan);
        }
    }

    /// Tells that the task that runs is at a step of this kind now; `what` is called there, unless
    /// what it awaits says more.
    fn reach_running(&self, what: &str, kind: StepKind, vm: &VirtualMachine) {
        let running = self.running.borrow();
        let Some(event_loop) = running.as_ref().filter(|_| !self.is_in_thread()) else {
            return;
        };
        let object = vm.asyncio_running_task.borrow().clone();
        let (Some(task), Some(object)) = (event_loop.current_task(), object) else {
            return;
        };
        let Ok(coroutine) = vm.call_method(&object, "get_coro", ()) else {
            return;
        };
        let standing = Standing::of(&coroutine, vm);
        let what = match what {
            "" => standing.what,
            what => what.to_owned(),
        };
        let line = standing.line;
        self.reach(event_loop, task, GroupStep { line, what, kind });
    }

    /// From now on a modelled thread runs, whose time is `since_us`.
    pub fn enter_thread(&self, since_us: u64) {
        self.clock.threads.borrow_mut().push(since_us);
    }

    /// The modelled thread has ended; returns when, in microseconds since the run began.
    pub fn leave_thread(&self) -> u64 {
        let ended_us = self.clock.threads.borrow_mut().pop();
        ended_us.unwrap_or_else(|| self.clock.time_us())
    }

    /// Whether a modelled thread runs.
    pub fn is_in_thread(&self) -> bool {
        !self.clock.threads.borrow().is_empty()
    }

    /// Waits without a loop until it is `time_us`, in microseconds since the run began.
    pub fn wait_until(&self, time_us: u64) {
        self.clock.advance_to(time_us);
    }

    /// Takes down what the program writes.
    pub fn write(&self, stream: Stream, text: &str) {
        if self.over.get() {
            return;
        }
        let running = self.running.borrow();
        let task = running.as_ref().and_then(EventLoop::current_task);
        let time_us = self.exact_us();
        let mut output = self.output.borrow_mut();
        match output.last_mut() {
            // `print` writes a text and then the end of its line.
            Some(last) if (last.time_us, last.task, last.stream) == (time_us, task, stream) => {
                last.text.push_str(text);
            }
            _ => output.push(Output {
                time_us,
                task,
                stream,
                text: text.to_owned(),
            }),
        }
    }

    /// Everything is over: nothing that the program does from now on counts, and nothing that its
    /// threads would have written later.
    pub fn end(&self) {
        let end_us = self.exact_us();
        let mut output = self.output.borrow_mut();
        output.retain(|output| output.time_us <= end_us);
        self.over.set(true);
    }

    /// Nothing is ready and no timer is set: says who waits for what, and ends the run.
    pub fn dead_end(&self, event_loop: &EventLoop) {
        let standing = self.standing.take();
        let created = self.created.borrow();
        let mut text = String::from(DEAD_END);
        for (id, step) in &standing {
            let name = &created[id.0 as usize].name;
            text.push_str(&format!(
                "  {name} waits in line {}: {}\n",
                step.line, step.what
            ));
            let outcome = Outcome::Deadlocked;
            event_loop.tell(*id, What::Ended { outcome });
        }
        self.events.borrow_mut().extend(event_loop.take_events());
        self.write(Stream::Err, &text);
        self.end();
    }

    /// Whether everything is over.
    pub fn is_over(&self) -> bool {
        self.over.get()
    }

    /// A timer was set for `when_us` microseconds since the run began.
    pub fn timer_set(&self, when_us: u64) {
        self.last_timer_us.set(when_us);
    }

    /// `event_loop` begins an iteration. Returns the loop in whose iteration that is, if any: a
    /// thread runs one of its own.
    pub fn begin_iteration(&self, event_loop: &EventLoop) -> Option<EventLoop> {
        self.running.replace(Some(event_loop.clone()))
    }

    /// `event_loop` has ended an iteration, in one of `outer`.
    pub fn end_iteration(&self, event_loop: &EventLoop, outer: Option<EventLoop>) {
        let events = event_loop.take_events();
        if let Some(outer) = &outer {
            self.events.borrow_mut().extend(outer.take_events());
        }
        self.running.replace(outer);
        self.events.borrow_mut().extend(events);
    }

    /// What has been told so far of what is to be known of it all at once.
    pub fn told_so_far(&self) -> Told {
        Told {
            origins: self.origins(),
            groups: self.groups(),
            shared: self.shared(),
            ..Told::default()
        }
    }

    /// How much there is of what is to be known of it all at once.
    pub fn size(&self) -> (usize, usize, usize) {
        let groups = self.groups.borrow();
        let steps = groups.iter().map(|group| group.steps.len() + 1).sum();
        (
            self.created.borrow().len(),
            steps,
            self.shared.borrow().len(),
        )
    }

    /// What has been recorded and written since the last time; output in order of time.
    pub fn take(&self) -> (Vec<Event>, Vec<Output>) {
        let mut output = self.output.take();
        output.sort_by_key(|output| output.time_us);
        let mut events = self.events.take();
        if let Some(event_loop) = &*self.running.borrow() {
            events.extend(event_loop.take_events());
        }
        (events, output)
    }

    /// The tasks in order of creation.
    pub fn origins(&self) -> Vec<TaskOrigin> {
        self.created.borrow().clone()
    }

    /// The number of the task that is this object, which is created now if it is not known yet;
    /// none where it is one that asyncio itself needs to end a loop.
    pub fn task(
        &self,
        event_loop: &EventLoop,
        task: &PyObject,
        vm: &VirtualMachine,
    ) -> PyResult<Option<TaskId>> {
        let address = task.get_id();
        if let Some(&id) = self.tasks.borrow().get(&address) {
            return Ok(Some(id));
        }
        let coroutine = vm.call_method(task, "get_coro", ())?;
        let name = vm.call_method(task, "get_name", ())?.str(vm)?.to_string();
        let text = |object: &PyObject, attribute: &'static str| -> Option<String> {
            let value = object.get_attr(attribute, vm).ok()?;
            Some(value.str(vm).ok()?.to_string())
        };
        let line = ["cr_code", "gi_code", "ag_code"].iter().find_map(|code| {
            let code = coroutine.get_attr(*code, vm).ok()?;
            text(&code, "co_firstlineno")?.parse().ok()
        });
        let coroutine = text(&coroutine, "__qualname__").unwrap_or_default();
        if coroutine.starts_with("BaseEventLoop.shutdown_") || coroutine == SHUTDOWN {
            return Ok(None);
        }
        let creator = event_loop.current_task();
        let id = TaskId(self.created.borrow().len() as u32);
        self.created.borrow_mut().push(TaskOrigin {
            group: self.group_of(&name, &coroutine, line.unwrap_or(0)),
            name,
            coroutine,
            creator,
            has_begun: false,
        });
        self.tasks.borrow_mut().insert(address, id);
        event_loop.tell(
            id,
            What::Created {
                label: id.0,
                creator,
            },
        );
        Ok(Some(id))
    }

    /// The group of a task with this name and coroutine function.
    fn group_of(&self, name: &str, coroutine: &str, line: u32) -> usize {
        let number = name.strip_prefix("Task-").map(str::parse::<u32>);
        let name = match number {
            Some(Ok(_)) => coroutine,
            _ => name,
        };
        let mut groups = self.groups.borrow_mut();
        let found = groups
            .iter()
            .position(|group| group.name == name && group.line == line);
        found.unwrap_or_else(|| {
            let begin = GroupStep {
                line,
                what: coroutine.to_owned(),
                kind: StepKind::Cpu,
            };
            groups.push(Group {
                name: name.to_owned(),
                line,
                steps: vec![begin],
            });
            groups.len() - 1
        })
    }

    /// The groups of tasks, in order of their first.
    pub fn groups(&self) -> Vec<Group> {
        self.groups.borrow().clone()
    }

    /// What tasks have waited for that they share.
    pub fn shared(&self) -> Vec<Shared> {
        self.shared.borrow().clone()
    }

    /// A thread runs what `future` is of, from `began_us` to `ends_us`, in microseconds since the
    /// run began.
    pub fn is_job(&self, future: &PyObject, began_us: u64, ends_us: u64) {
        self.jobs
            .borrow_mut()
            .insert(future.get_id(), (began_us, ends_us));
    }

    /// The thread is free now that is to run what `future` is of: who waits for it is told.
    pub fn job_begins(&self, future: &PyObject) {
        let (jobs, waiting) = (self.jobs.borrow(), self.waiting.borrow());
        let (Some(&job), Some(tasks)) = (jobs.get(&future.get_id()), waiting.get(&future.get_id()))
        else {
            return;
        };
        if let Some(event_loop) = &*self.running.borrow() {
            for (task, _) in tasks {
                tell_job(event_loop, *task, job);
            }
        }
    }

    /// `future` has what its thread has come to: from now on its address may be another's.
    pub fn job_ended(&self, future: &PyObject) {
        self.jobs.borrow_mut().remove(&future.get_id());
    }

    /// Tells that `task` is at a step now.
    fn reach(&self, event_loop: &EventLoop, task: TaskId, step: GroupStep) {
        let group = self.created.borrow()[task.0 as usize].group;
        let steps = &mut self.groups.borrow_mut()[group].steps;
        // The first is where the task begins.
        self.standing.borrow_mut().insert(task, step.clone());
        let found = steps.iter().skip(1).position(|known| *known == step);
        let place = found.map_or(steps.len(), |found| found + 1);
        if place == steps.len() {
            steps.push(step);
        }
        event_loop.tell(
            task,
            What::Reached {
                place: place as u32,
            },
        );
    }

    fn shared_id(&self, object: &PyObject) -> SemaphoreId {
        let (address, class) = (object.get_id(), object.class().name().to_string());
        let mut shared = self.shared.borrow_mut();
        // What is gone may have left its address to something else.
        let is_it = |known: &Shared| known.address == address && known.class == class;
        let found = shared.iter().position(is_it);
        let id = found.unwrap_or_else(|| {
            shared.push(Shared { class, address });
            shared.len() - 1
        });
        SemaphoreId(id as u32)
    }

    /// The task that is woken by the end of `future`: the first that waits for it.
    pub fn woken_by(&self, future: &PyObject) -> Option<(TaskId, PyObjectRef)> {
        let address = future.get_id();
        let mut waiting = self.waiting.borrow_mut();
        let queue = waiting.get_mut(&address)?;
        let first = queue.pop_front();
        if queue.is_empty() {
            waiting.remove(&address);
        }
        first
    }

    /// Tells that a task begins, at the first of its steps.
    pub fn step_begins(&self, event_loop: &EventLoop, task: TaskId) {
        let origin = &mut self.created.borrow_mut()[task.0 as usize];
        if !std::mem::replace(&mut origin.has_begun, true) {
            event_loop.tell(task, What::Reached { place: 0 });
        }
    }

    /// Tells what the step that ends now has computed, where that took a while.
    fn computed(&self, event_loop: &EventLoop, task: TaskId) {
        if self.exact_us() < event_loop.time_us() + LEAST_COMPUTED_US || self.is_in_thread() {
            return;
        }
        let hold = Hold::Compute;
        event_loop.tell(task, What::HoldBegan { hold });
        self.clock.update();
        event_loop.tell(task, What::HoldEnded);
    }

    /// Tells how the step of `task` ended that has just been run.
    pub fn step_ended(
        &self,
        event_loop: &EventLoop,
        id: TaskId,
        task: &PyObjectRef,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        self.computed(event_loop, id);
        let is = |method: &str| vm.call_method(task, method, ())?.try_to_bool(vm);
        let raised = || -> PyResult<bool> {
            let exception: PyObjectRef = task.get_attr("_exception", vm)?;
            Ok(!vm.is_none(&exception))
        };
        if is("done")? {
            let outcome = if is("cancelled")? {
                Outcome::Cancelled
            } else if raised()? {
                Outcome::Failed
            } else {
                Outcome::Done
            };
            self.tasks.borrow_mut().remove(&task.get_id());
            self.standing.borrow_mut().remove(&id);
            event_loop.tell(id, What::Ended { outcome });
            return Ok(());
        }
        let future: PyObjectRef = task.get_attr("_fut_waiter", vm)?;
        if vm.is_none(&future) {
            return Ok(());
        }
        let coroutine: PyObjectRef = vm.call_method(task, "get_coro", ())?;
        let mut standing = Standing::of(&coroutine, vm);
        if standing.what.is_empty() {
            standing.what = self.called_for(&future);
        }
        let on = self.wait_of(&future, &standing);
        let job = self.jobs.borrow().get(&future.get_id()).copied();
        let kind = if job.is_some() {
            StepKind::Thread
        } else {
            StepKind::Io
        };
        self.reach(
            event_loop,
            id,
            GroupStep {
                line: standing.line,
                what: standing.what,
                kind,
            },
        );
        // One that begins later is told of then.
        if let Some(job) = job.filter(|(began_us, _)| *began_us <= event_loop.time_us()) {
            tell_job(event_loop, id, job);
        }
        let mut waiting = self.waiting.borrow_mut();
        let queue = waiting.entry(future.get_id()).or_default();
        queue.push_back((id, task.clone()));
        event_loop.tell(id, What::Waits { on });
        Ok(())
    }

    /// What the program itself awaits, where that is no coroutine.
    fn called_for(&self, future: &PyObject) -> String {
        let task = self.tasks.borrow().get(&future.get_id()).copied();
        match (task, &*future.class().name()) {
            (Some(task), _) => self.created.borrow()[task.0 as usize].name.clone(),
            (None, "_GatheringFuture") => String::from("asyncio.gather"),
            (None, class) => class.to_owned(),
        }
    }

    fn wait_of(&self, future: &PyObject, standing: &Standing) -> Wait {
        let address = future.get_id();
        if let Some(&task) = self.tasks.borrow().get(&address) {
            return Wait::Task(task);
        }
        if self.jobs.borrow().contains_key(&address) {
            return Wait::Executor;
        }
        match (standing.library.as_str(), &standing.shared) {
            ("asyncio.page_events", _) => Wait::Timer {
                until_us: self.last_timer_us.get(),
            },
            ("asyncio.locks" | "asyncio.queues", Some(shared)) => {
                Wait::Semaphore(self.shared_id(shared))
            }
            ("asyncio.tasks", _) => Wait::Tasks,
            _ if standing.what == "asyncio.gather" => Wait::Tasks,
            _ => Wait::Future,
        }
    }
}

/// Tells that a thread runs what `task` waits for, between two times in microseconds since the run
/// began.
fn tell_job(event_loop: &EventLoop, task: TaskId, (since_us, until_us): (u64, u64)) {
    event_loop.tell(task, What::ThreadBegan { since_us });
    event_loop.tell(task, What::ThreadEnds { until_us });
}
