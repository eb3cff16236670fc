import itertools


def numbers():
    n = 0
    while True:
        n += 1
        yield n


def squares(source):
    for n in source:
        yield n * n


odd = (n for n in squares(numbers()) if n % 2)
print(list(itertools.islice(odd, 4)))
print(list(itertools.takewhile(lambda n: n < 200, odd)))
print(list(itertools.accumulate([1, 2, 3, 4])))
print([list(group) for _, group in itertools.groupby("aabccc")])
print(list(itertools.chain([1], (2, 3), "x")))
print(list(itertools.batched(range(7), 3)))
print(list(itertools.pairwise("abcd")), list(itertools.product("ab", [1, 2])))
