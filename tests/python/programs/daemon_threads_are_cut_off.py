import threading
import time


def work(name, seconds):
    time.sleep(seconds)
    print(name, "after", seconds, "s")


threading.Thread(target=work, args=("waited for", 2)).start()
threading.Thread(target=work, args=("daemon", 1), daemon=True).start()
threading.Thread(target=work, args=("never printed", 3), daemon=True).start()
print("main ends")
