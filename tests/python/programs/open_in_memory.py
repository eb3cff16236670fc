import time

with open("notes.txt", "w") as file:
    file.write("one\n")
    file.write("two\n")
with open("notes.txt") as file:
    print(file.read().split())
with open("notes.txt", "a") as file:
    file.write("three")
with open("notes.txt") as file:
    for number, line in enumerate(file, 1):
        print(number, line.rstrip())
print(file.closed, time.perf_counter() > 0.05)
open("missing.txt")
