"""Properties hold on a busy machine, too: the first example of many a one loads a table."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
