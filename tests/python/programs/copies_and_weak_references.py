import copy
import sys
import types
import weakref
from uuid import UUID, uuid5, NAMESPACE_DNS


class Node:
    def __init__(self, *children):
        self.children = list(children)


tree = Node(Node(), Node())
shallow, deep = copy.copy(tree), copy.deepcopy(tree)
print(shallow.children is tree.children, deep.children is tree.children)
weak = weakref.ref(tree)
print(weak() is tree)
del tree
print(weak())
print(uuid5(NAMESPACE_DNS, "example.org"), UUID(int=5).hex[-4:])
space = types.SimpleNamespace(a=1, b="x")
print(space, sys.version_info >= (3, 11), sys.getrecursionlimit())


def deep_down(n):
    return deep_down(n + 1)


deep_down(0)
