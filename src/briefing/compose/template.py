"""A template that was read: code that prints it, and which line of the template each line of the code is of."""

from __future__ import annotations

from types import CodeType

from briefing.frozen import frozen

#: What tracebacks call the code's file.
FILE = "<template>"
#: The function that the code defines, and what it takes of each run.
FUNCTION = "body"
GIVEN = ("named", "put", "printed", "rows", "each", "kept")
#: What the code finds beside: look-ups, the loops that know where they are, a value that is not there.
LOOK, ITEM, LOOPED, MISSING, MARK = "look", "item", "looped", "missing", "mark"
#: Filters and tests stand under their names behind these.
FILTER, TEST = "f_", "t_"


@frozen(eq=False)
class Template:
    code: CodeType
    lines: tuple[int, ...]

    def line_of(self, error: BaseException) -> int:
        """The template line in which an error arose, by its traceback; 0 when it is not known."""
        trace, line = error.__traceback__, 0
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == FILE and 0 < trace.tb_lineno <= len(self.lines):
                line = self.lines[trace.tb_lineno - 1]
            trace = trace.tb_next
        return line
