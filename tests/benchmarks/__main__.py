"""Runs every benchmark and prints what was measured beside what is to be reached."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks import bench_docx, bench_grid, bench_memory, bench_page, bench_start, bench_typing

if __name__ == "__main__":
    rows = [
        *bench_start.run(),
        *bench_typing.run(),
        *bench_grid.run(),
        *bench_page.run(),
        *bench_docx.run(),
        *bench_memory.run(),
    ]
    for what, measured, target in rows:
        print(f"{what:<48} {measured:<34} {target}")
