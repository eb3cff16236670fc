name, price, count = "tea", 3.14159, 1234567
print(f"{price:.2f}|{price:8.3f}|{price:<8.1f}|{price:e}|{price:.0%}")
print(f"{name!r}|{name:>6}|{name:<6}|{name:^7}|{name:*^9}")
print(f"{count:,}|{count:_}|{255:#x}|{5:03d}|{-5:+d}|{10:b}")
print(f"{name=}, {price * 2 = :.1f}")
width = 8
print(f"[{name:>{width}}] {{literal}} {'nested ' + 'quotes'}")
print(f"{'안녕':>5}|{1e20}|{1 / 3}|{0.1 + 0.2}")
print("%s costs %.1f (%d%%)" % (name, price, 20))
print("{0}-{1}-{0} {key!s:>4}".format("a", "b", key="k"))
print(f"{name:d}")
