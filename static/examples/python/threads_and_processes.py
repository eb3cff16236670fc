# en: Threads and processes
# Even without an event loop things can wait side by side,
# each in a thread or a process of its own. Two threads that
# sleep 2 s and 1 s are done after 2 s, and two processes as
# well, which makes 4 s. A thread or a process costs far
# more memory than a task, so there can't be as many.
# Try: write `worker.join()` also below `worker.start()`, in
# the loop. One by one it takes 6 s.
# ko: 스레드와 프로세스
# 이벤트 루프가 없어도 스레드나 프로세스를 따로 만들면
# 나란히 기다릴 수 있습니다. 각각 2초와 1초를 자는 스레드
# 둘은 2초 만에 끝나고, 프로세스 둘도 마찬가지라서 모두
# 4초가 걸립니다. 다만 스레드와 프로세스는 태스크보다
# 메모리를 훨씬 많이 써서, 태스크만큼 많이 만들 수는
# 없습니다.
# 해 보기: 반복문의 `worker.start()` 아래에도
# `worker.join()` 호출을 적어 보세요. 하나씩 하면 6초가
# 걸립니다.

import time
from multiprocessing import Process
from threading import Thread


def work(name, seconds):
    time.sleep(seconds)
    print(f"{name}: done after {seconds} s", flush=True)


def run_two(kind, name):
    workers = [
        kind(target=work, args=(f"{name} A", 2)),
        kind(target=work, args=(f"{name} B", 1)),
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    start = time.perf_counter()
    run_two(Thread, "thread")
    run_two(Process, "process")
    print(f"in all: {time.perf_counter() - start:.0f} s")
