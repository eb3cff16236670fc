import string
import textwrap

text = "  The quick brown fox  "
print(text.strip().split(), text.strip().lower().replace("quick", "slow"))
print("a,b,,c".split(","), "-".join("xyz"), "abc".center(9, "."))
print("key=value".partition("="), "one two".title(), "x".zfill(3))
print("hello".startswith("he"), "hello".find("l"), "hello".count("l"))
people = [("Ann", 31), ("bob", 25), ("Cat", 31)]
print(sorted(people, key=lambda person: (-person[1], person[0])))
print(sorted(["b", "A", "c"], key=str.lower, reverse=True))
print(max(people, key=lambda person: person[1]), string.ascii_lowercase[:5])
print(textwrap.fill("the event loop runs one task at a time", width=16))
print(textwrap.dedent("    two\n      words"), textwrap.shorten("a b c d", 6))
print("hello"[::-1], "안녕".encode(), b"\xec\x95\x88".decode())
for number, (name, age) in enumerate(people, start=1):
    print(f"{number}. {name:<5}{age:>3}")
"abc".index("z")
