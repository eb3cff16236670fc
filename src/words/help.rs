//! What the words of the notation mean, as the editor explains them.

use super::words;

words! {
    io =
        "Waits, as for a request. The loop is free meanwhile: other tasks run.",
        "요청의 응답을 기다리듯 기다립니다. 그동안 루프는 비어 있어 다른 태스크가 실행됩니다.";
    cpu =
        "Computes on the loop. Nothing else runs until it is done.",
        "루프에서 계산합니다. 끝날 때까지 다른 것은 아무것도 실행되지 않습니다.";
    block =
        "Sleeps without giving the loop back, as time.sleep does. Nothing else runs meanwhile.",
        "time.sleep처럼 루프를 돌려주지 않고 잠듭니다. 그동안 다른 것은 아무것도 실행되지 않습니다.";
    thread =
        "Runs on a thread of the executor. The loop is free meanwhile.",
        "executor의 스레드에서 실행됩니다. 그동안 루프는 비어 있습니다.";
    then =
        "The task goes on with another step.",
        "태스크가 다음 단계로 이어집니다.";
    after =
        "Starts when all of these have succeeded: tasks, whole families, or members of them.",
        "여기에 적은 것이 모두 성공하면 시작합니다. 태스크, 묶음 전체, 묶음의 멤버를 적을 수 있습니다.";
    any =
        "Starts when the first of them succeeds. The others go on.",
        "이 가운데 하나라도 성공하면 시작합니다. 나머지는 계속 실행됩니다.";
    first =
        "Starts when the first of them succeeds. The others are cancelled.",
        "이 가운데 하나라도 성공하면 시작합니다. 나머지는 취소됩니다.";
    using =
        "Each attempt takes these pools, in this order, and gives them back when it ends.",
        "시도할 때마다 이 풀들의 자리를 적힌 순서대로 차지하고, 시도가 끝나면 돌려줍니다.";
    timeout =
        "An attempt whose steps take this long or longer is stopped and has failed. Only a wait can be stopped.",
        "단계가 이 시간 이상 걸리는 시도는 중단되어 실패합니다. 기다리는 중일 때만 중단할 수 있습니다.";
    retry =
        "After a failed attempt, up to this many more.",
        "시도가 실패하면 이 횟수까지 다시 시도합니다.";
    backoff =
        "How long to wait before the first further attempt, and twice as long before each next one.",
        "첫 재시도 전에 기다리는 시간입니다. 다음 재시도부터는 매번 두 배로 길어집니다.";
    fails =
        "Its attempts fail at the end of their steps: all of them, the first N, or each with a chance of P%.",
        "시도가 단계를 다 마친 뒤 실패합니다. 모든 시도나 처음 N번의 시도, 또는 시도마다 P%의 확률로 실패합니다.";
    background =
        "Nobody waits for it. When all other tasks have ended, it is cancelled.",
        "아무도 이 태스크를 기다리지 않습니다. 다른 태스크가 모두 끝나면 취소됩니다.";
    pool =
        "At most this many tasks hold the pool at once, first come first served: an asyncio.Semaphore.",
        "풀을 한꺼번에 잡을 수 있는 태스크의 최대 개수입니다. 먼저 온 순서대로 잡습니다. asyncio.Semaphore와 같습니다.";
    threads =
        "How many thread steps run at once. It is 4 unless this says otherwise.",
        "동시에 실행되는 thread 단계의 개수입니다. 정하지 않으면 4입니다.";
    on_failure =
        "What happens to the other tasks when one fails: they are cancelled, or they continue.",
        "태스크 하나가 실패하면 나머지 태스크를 취소할지(cancel) 계속할지(continue) 정합니다.";
    on_failure_cancel =
        "The first task to fail cancels all the others, as in an asyncio.TaskGroup. This is so unless it says continue.",
        "처음 실패한 태스크가 나머지를 모두 취소합니다. asyncio.TaskGroup과 같습니다. continue로 정하지 않으면 이렇게 됩니다.";
    on_failure_continue =
        "When a task fails, the others go on, as in asyncio.gather with return_exceptions. What comes after the failed one is skipped.",
        "태스크 하나가 실패해도 나머지는 계속됩니다. return_exceptions를 켠 asyncio.gather와 같습니다. 실패한 태스크를 기다리던 태스크는 건너뜁니다.";
    seed =
        "What the draws of A..B and fails P% start from. Another seed, other draws.",
        "A..B와 fails P%에서 값을 무작위로 뽑는 출발점입니다. 시드가 다르면 뽑히는 값도 다릅니다.";
    own_index =
        "The task's own index in its family.",
        "묶음 안에서 이 태스크가 가진 인덱스입니다.";
    from_to =
        "From the one to the other, both included: the indices of a family, or a duration that is drawn for each attempt.",
        "앞의 값부터 뒤의 값까지이며 양 끝을 포함합니다. 묶음의 인덱스이거나, 시도할 때마다 무작위로 뽑는 시간입니다.";
}
