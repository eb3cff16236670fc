import json
import re

data = {"name": "Ann", "tags": ["a", "b"], "age": 30, "ok": True, "no": None}
text = json.dumps(data)
print(text)
print(json.dumps({"b": 1.5, "a": "한글"}, indent=2, sort_keys=True))
print(json.dumps("한글", ensure_ascii=False), json.loads(text) == data)
print(re.findall(r"[\w.]+@\w+\.\w+", "ann@home.org, bob.b@work.com"))
print(re.sub(r"(\d+)-(\d+)", r"\2-\1", "10-20 30-40"))
print(re.split(r"[,;]\s*", "a, b;c"), bool(re.fullmatch(r"\d{3}", "123")))
found = re.search(r"(?P<year>\d{4})", "in 2023")
print(found.group("year"), found.span(), found.groupdict())
json.loads("{'single': 1}")
