from abc import ABC, abstractmethod


class Account(ABC):
    count = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        Account.count += 1

    @property
    def balance(self):
        return self._balance

    @classmethod
    def empty(cls, owner):
        return cls(owner)

    @staticmethod
    def currency():
        return "EUR"

    @abstractmethod
    def fee(self): ...

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"

    def __add__(self, amount):
        return type(self)(self.owner, self.balance + amount - self.fee())

    def __lt__(self, other):
        return self.balance < other.balance


class Savings(Account):
    def fee(self):
        return 1


a, b = Savings("Ann", 10), Savings.empty("Bob") + 50
print(a, b, a < b, max(a, b), Account.count, Savings.currency())
print(isinstance(a, Account), Savings.__mro__[1].__name__, hasattr(a, "fee"))
a.balance = 3
