import random

print(random.random(), random.randint(1, 100))
print(random.uniform(0.5, 1.5))
print(random.choice(["red", "green", "blue"]), random.choices("ab", k=5))
cards = list(range(8))
random.shuffle(cards)
print(cards, random.sample(range(50), 3))
print(random.gauss(0, 1), random.expovariate(2), random.randrange(0, 10, 2))
random.seed("another")
print(random.random(), random.Random(7).random())
