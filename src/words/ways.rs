//! What is said of the ways to run a program, and of when each is the right choice.

use super::words;

words! {
    ways = "Ways to run it", "실행 방식";
    sequential = "Sequential", "순차";
    asyncio = "asyncio, one thread", "asyncio, 스레드 하나";
    threads = "Threads under one lock", "전역 락 아래의 스레드";
    one_process = "Processes on 1 core", "코어 1개의 프로세스";
    processes(cores) = "Processes on {cores} cores", "코어 {cores}개의 프로세스";
    by_sequential = "one task after another", "하나씩 실행";
    by_asyncio = "asyncio", "asyncio 루프";
    by_threads = "threads", "스레드";
    by_one_process = "processes on 1 core", "코어 1개의 프로세스";
    by_processes(cores) = "processes on {cores} cores", "코어 {cores}개의 프로세스";
    modelled = "modelled", "모델";
    modelled_tip =
        "Computed from what is known of CPython's threads and processes, not run: what it costs to start or to switch them is left out",
        "실행한 것이 아니라 CPython의 스레드와 프로세스에 관해 알려진 사실로 계산했습니다. 시작하고 전환하는 비용은 뺐습니다";
    cpu_share(work, share) = "{work} of cpu, at {share} of a core", "cpu {work}, 코어의 {share}";

    sequential_is_right =
        "The right choice here: no other way is clearly faster, and none is simpler.",
        "여기서는 알맞은 선택입니다. 뚜렷하게 더 빠른 방식이 없고, 이보다 단순한 방식도 없습니다.";
    sequential_is_slower(time, way) =
        "Right where simple code is worth more than time: here it takes {time} longer than the fastest way, {way}.",
        "시간보다 단순한 코드가 중요할 때 알맞습니다. 여기서는 가장 빠른 방식({way})보다 {time} 더 걸립니다.";
    asyncio_is_right(percent) =
        "The right choice here: {percent} % of the work is waiting, and one thread does all of it with no other way clearly faster.",
        "여기서는 알맞은 선택입니다. 할 일의 {percent} %가 기다림이어서 스레드 하나로 충분하고, 뚜렷하게 더 빠른 방식이 없습니다.";
    asyncio_gains_little =
        "Right where tasks wait for something other than each other: here it is not clearly faster than one after another.",
        "태스크가 서로가 아닌 다른 것을 기다릴 때 알맞습니다. 여기서는 하나씩 실행하는 것보다 뚜렷하게 빠르지 않습니다.";
    asyncio_loop_held(steps, held, time, way) =
        "Right where nothing holds the loop for long: here {steps} steps hold it for {held}, and it takes {time} longer than the fastest way, {way}.",
        "루프를 오래 붙잡는 것이 없을 때 알맞습니다. 여기서는 {steps} 단계가 루프를 {held} 붙잡고, 가장 빠른 방식({way})보다 {time} 더 걸립니다.";
    slower(time, way) =
        "Here it takes {time} longer than the fastest way, {way}.",
        "여기서는 가장 빠른 방식({way})보다 {time} 더 걸립니다.";
    threads_are_right_for(steps, time) =
        "The right choice here: {steps} steps no longer hold the others up, and it takes {time} less than asyncio.",
        "여기서는 알맞은 선택입니다. {steps} 단계가 더는 다른 태스크를 막지 않고, asyncio보다 {time} 덜 걸립니다.";
    both(one, other) = "{one} and {other}", "{one} 및 {other}";
    threads_are_right(time) =
        "The right choice here: each task has a thread of its own, which takes {time} less than asyncio.",
        "여기서는 알맞은 선택입니다. 태스크마다 스레드가 따로 있어 asyncio보다 {time} 덜 걸립니다.";
    threads_cannot_stop(tasks, time) =
        "Right where nothing has to be cancelled: of the tasks that asyncio cancels here, {tasks} run to their end, and it takes {time} longer than asyncio.",
        "취소할 일이 없을 때 알맞습니다. 여기서는 asyncio라면 취소할 태스크 가운데 {tasks}개가 끝까지 실행되고, asyncio보다 {time} 더 걸립니다.";
    threads_take_turns(cpu, time) =
        "Right where the calls block: here {cpu} of `cpu` take turns under the lock, and it takes {time} longer than the fastest way.",
        "호출이 블로킹일 때 알맞습니다. 여기서는 `cpu` {cpu} 분량이 락을 번갈아 쓰고, 가장 빠른 방식보다 {time} 더 걸립니다.";
    threads_gain_nothing(tasks) =
        "Right where the libraries at hand block: here it is not clearly faster than a simpler way, and takes a thread for each of {tasks} tasks.",
        "블로킹 라이브러리를 써야 할 때 알맞습니다. 여기서는 더 단순한 방식보다 뚜렷하게 빠르지 않고, 태스크 {tasks}개마다 스레드가 필요합니다.";
    processes_are_right(cpu, cores, time) =
        "The right choice here: {cpu} of `cpu` share {cores} cores, which takes {time} less than threads. What each process costs in memory and start-up is not modelled.",
        "여기서는 알맞은 선택입니다. `cpu` {cpu} 분량이 코어 {cores}개를 나눠 써서 스레드보다 {time} 덜 걸립니다. 프로세스마다 드는 메모리와 시작 비용은 모델에 없습니다.";
    processes_without_cpu =
        "Right where there is much to compute: here there is no `cpu` for the cores to share.",
        "계산할 것이 많을 때 알맞습니다. 여기에는 코어가 나눠 쓸 `cpu` 단계가 없습니다.";
    processes_gain_nothing(cpu) =
        "Right where there is much to compute at once: here {cpu} of `cpu` are not done clearly sooner than in a simpler way.",
        "한꺼번에 계산할 것이 많을 때 알맞습니다. 여기서는 `cpu` {cpu} 분량이 더 단순한 방식보다 뚜렷하게 빨리 끝나지 않습니다.";
    only_this_does_as_well =
        "The right choice here: in every simpler way it takes longer, or more tasks fail or wait for ever.",
        "여기서는 알맞은 선택입니다. 더 단순한 방식에서는 더 오래 걸리거나, 더 많은 태스크가 실패하거나 영원히 기다립니다.";
    fails(failed, ended) =
        "Here the run fails at {failed} and is over at {ended}.",
        "여기서는 {failed}에 실패하고 {ended}에 끝납니다.";
    more_fail(count) =
        "Not here: {count} more tasks fail than in another way.",
        "여기서는 알맞지 않습니다. 다른 방식보다 태스크 {count}개가 더 실패합니다.";
    deadlocks =
        "Not here: tasks wait for each other for ever.",
        "여기서는 알맞지 않습니다. 태스크들이 서로를 영원히 기다립니다.";
}
