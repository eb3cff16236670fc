group = ExceptionGroup("trip", [ValueError(1), TypeError("t")])
group.add_note("packed in a hurry")
print(group, group.__notes__)
values, rest = group.split(ValueError)
print(repr(values))
print(repr(rest))
print(group.subgroup(KeyError))
try:
    raise group
except* ValueError:
    print("handled the values")
