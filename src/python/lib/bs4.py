"""Beautiful Soup, as far as small programs look into the simulated pages with it."""

from html.parser import HTMLParser


class Tag:
    """An element."""

    def __init__(self, name, attrs, parent=None):
        self.name, self.attrs, self.parent, self.contents = name, dict(attrs), parent, []

    @property
    def string(self):
        return self.contents[0] if len(self.contents) == 1 and isinstance(self.contents[0], str) else None

    @property
    def text(self):
        return self.get_text()

    def get_text(self, separator="", strip=False):
        parts = (part if isinstance(part, str) else part.get_text() for part in self.contents)
        return separator.join(part.strip() if strip else part for part in parts)

    def descendants(self):
        for part in self.contents:
            if isinstance(part, Tag):
                yield part
                yield from part.descendants()

    def find_all(self, name=None, attrs=None, **wanted):
        wanted = {**(attrs or {}), **wanted}
        if "class_" in wanted:
            wanted["class"] = wanted.pop("class_")
        names = [name] if isinstance(name, str) else name
        return [
            tag
            for tag in self.descendants()
            if (names is None or tag.name in names)
            and all(
                tag.attrs.get(key) is not None if value is True else tag.attrs.get(key) == value
                for key, value in wanted.items()
            )
        ]

    def find(self, name=None, attrs=None, **wanted):
        found = self.find_all(name, attrs, **wanted)
        return found[0] if found else None

    def select(self, selector):
        return self.find_all(selector)

    def get(self, key, default=None):
        return self.attrs.get(key, default)

    def __getitem__(self, key):
        return self.attrs[key]

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self.find(name)


class BeautifulSoup(Tag):
    """A page."""

    def __init__(self, markup="", features=None):
        super().__init__("[document]", {})
        builder = _Builder(self)
        builder.feed(markup.decode() if isinstance(markup, bytes) else markup)


class _Builder(HTMLParser):
    _EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}

    def __init__(self, root):
        super().__init__()
        self._at = root

    def handle_starttag(self, tag, attrs):
        new = Tag(tag, attrs, self._at)
        self._at.contents.append(new)
        if tag not in self._EMPTY:
            self._at = new

    def handle_endtag(self, tag):
        at = self._at
        while at is not None and at.name != tag:
            at = at.parent
        if at is not None and at.parent is not None:
            self._at = at.parent

    def handle_data(self, data):
        self._at.contents.append(data)
