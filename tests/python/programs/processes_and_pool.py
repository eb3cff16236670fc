from multiprocessing import Pool, Process
import time


def square(n):
    time.sleep(1)
    return n * n


def greet(name):
    time.sleep(0.5)
    print("hello", name, flush=True)


if __name__ == "__main__":
    process = Process(target=greet, args=("Ann",))
    process.start()
    process.join()
    print("exit code", process.exitcode, process.is_alive())
    with Pool(2) as pool:
        print(pool.map(square, [1, 2, 3, 4]))
    print("done")
