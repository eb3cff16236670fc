import heapq
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

words = "the cat and the dog and the bird".split()
print(Counter(words).most_common(2))
by_length = defaultdict(list)
for word in words:
    by_length[len(word)].append(word)
print(dict(by_length))
recent = deque(maxlen=3)
for n in range(5):
    recent.append(n)
recent.rotate(1)
print(recent)
Point = namedtuple("Point", "x y")
print(Point(1, 2)._replace(y=5), Point(3, 4).x)
heap = [5, 1, 4, 2]
heapq.heapify(heap)
print([heapq.heappop(heap) for _ in range(4)], heapq.nlargest(2, words))
order = OrderedDict(a=1, b=2)
order.move_to_end("a")
print(order)
deque().pop()
