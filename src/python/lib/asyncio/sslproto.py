"""A page has no sockets to encrypt."""


class SSLProtocol:
    pass


def add_flowcontrol_defaults(high, low, kb):
    raise NotImplementedError("there is no TLS in a page")
