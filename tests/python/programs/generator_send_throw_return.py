def average():
    total = count = 0
    value = None
    while True:
        try:
            number = yield value
        except ValueError as error:
            print("ignored:", error)
            continue
        if number is None:
            return f"{count} numbers"
        total += number
        count += 1
        value = total / count


def report():
    result = yield from average()
    print("average returned", result)


generator = report()
next(generator)
print(generator.send(10), generator.send(20))
print(generator.throw(ValueError("not a number")))
try:
    generator.send(None)
except StopIteration as stop:
    print("stopped with", stop.value)
next(generator, None)
generator = average()
generator.throw(KeyError("before the first yield"))
