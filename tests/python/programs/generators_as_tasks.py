from collections import deque


def count(name, turns):
    for turn in range(turns):
        print(name, turn)
        yield


def run(*tasks):
    ready = deque(tasks)
    while ready:
        task = ready.popleft()
        try:
            next(task)
            ready.append(task)
        except StopIteration:
            print("one has ended,", len(ready), "left")


run(count("a", 2), count("b", 3), count("c", 1))
