import bisect
import math
import operator
import statistics

times = [1.2, 0.8, 1.0, 1.4, 0.6]
print(statistics.mean(times), statistics.median(times))
print(round(statistics.stdev(times), 4), statistics.mode("aab"))
print(math.ceil(1.2), math.floor(-1.2), math.sqrt(2), math.gcd(12, 18))
print(math.isclose(0.1 + 0.2, 0.3), math.inf > 1e308, round(2.5), round(2.675, 2))
print(7 // 2, -7 // 2, -7 % 3, 2**100, divmod(17, 5), 10 / 4)
grades = [60, 70, 80]
print("FDCB"[bisect.bisect(grades, 75)], sum(times), min(times), abs(-3))
print(sorted([(2, "b"), (1, "c")], key=operator.itemgetter(1)))
print(int("ff", 16), float("1e3"), complex(1, 2) * 2, bool([]), True + True)
math.sqrt(-1)
