"""How Python was built: nothing is known of it."""


def get_config_var(name):
    return None


def get_config_vars(*names):
    return [None for _ in names] if names else {}
