import re

data = ["12 apples", "pears", "7 plums"]
counts = {
    found[2]: int(found[1])
    for line in data
    if (found := re.match(r"(\d+) (\w+)", line))
}
print(counts)
total = 0
print([total := total + n for n in (1, 2, 3)], total)
while (n := total % 4) != 0:
    total -= 1
print(n, total)
print([(x, y) for x in range(3) for y in range(x)])
print({word[0]: word for word in ("ant", "bee", "cow")})
first, *middle, last = range(5)
print(first, middle, last, *(i * i for i in middle))
a, b = 1, 2
a, b = b, a
print(a, b, all(x > 0 for x in (a, b)), any([]))
