"""The figures of the README, drawn: `python -m bench.chart` makes bench/chart.svg of what was measured last.

Bars, in the colours of the reader's system, light or dark; no library, since that is all there is to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from bench.figures import kept

FILE = Path(__file__).parent / "chart.svg"
WIDTH, PANEL, BAR, LABELS, FIGURES = 760, 128, 20, 76, 64
"""Pixels: of the drawing; the height of a panel and of a bar; the room for names and for figures."""
HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>{label}</title>
<style>
text {{ font: 12px system-ui, sans-serif; fill: #24292f; }}
.head {{ font-weight: 600; }}
.figure, .foot {{ fill: #57606a; }}
.ours {{ fill: #0f766e; }}
.other {{ fill: #afb8c1; }}
@media (prefers-color-scheme: dark) {{
  text {{ fill: #e6edf3; }}
  .figure, .foot {{ fill: #9198a1; }}
  .ours {{ fill: #2dd4bf; }}
  .other {{ fill: #57606a; }}
}}
</style>
"""


@dataclass(frozen=True, slots=True)
class Bar:
    """A builder's figure, and how it is written."""

    builder: str
    value: float
    written: str


def panels(sites: dict[str, Any], boxes: dict[str, Any]) -> Iterator[tuple[str, list[Bar]]]:
    """What each part of the drawing shows, at the largest size that both measured."""
    pages = max({row["pages"] for row in sites["rows"]} & {row["pages"] for row in boxes["rows"]})
    builds = [row for row in sites["rows"] if row["pages"] == pages and row["step"] == "build"]
    found = [row for row in boxes["rows"] if row["pages"] == pages]
    yield (
        f"Build of {pages:,} pages, processor seconds",
        [
            Bar(
                row["builder"],
                row["processor_seconds"],
                f"{'' if row['finished'] else '> '}{row['processor_seconds']:.0f}",
            )
            for row in builds
        ],
    )
    yield (
        "Site, MB",
        [
            Bar(row["builder"], row["site_bytes"], f"{row['site_bytes'] / 1e6:.0f}")
            for row in builds
            if row["finished"]
        ],
    )
    yield (
        f"Search: queries exactly right, of {found[0]['asked']}",
        [Bar(row["builder"], row["right"], f"{row['right']}") for row in found],
    )
    yield (
        "Search: first result of a visit, KB moved",
        [
            Bar(row["builder"], row["first_bytes"], f"{row['first_bytes'] / 1e3:,.0f}")
            for row in found
            if row["answered"]
        ],
    )


def draw(heading: str, bars: Sequence[Bar], left: int, top: int) -> Iterator[str]:
    """The lines of a panel."""
    most = max(bar.value for bar in bars) or 1
    room = WIDTH // 2 - LABELS - FIGURES
    yield f'<text class="head" x="{left}" y="{top + 14}">{escape(heading)}</text>'
    for index, bar in enumerate(bars):
        y = top + 24 + index * (BAR + 4)
        length = max(2, round(room * bar.value / most))
        kind = "ours" if bar.builder == "ours" else "other"
        yield f'<text x="{left}" y="{y + 14}">{escape(bar.builder)}</text>'
        yield f'<rect class="{kind}" x="{left + LABELS}" y="{y}" width="{length}" height="{BAR}" rx="2"/>'
        yield (
            f'<text class="figure" x="{left + LABELS + length + 6}" y="{y + 14}">{escape(bar.written)}</text>'
        )


def svg(sites: dict[str, Any], boxes: dict[str, Any]) -> str:
    """The drawing."""
    parts = list(panels(sites, boxes))
    height = PANEL * ((len(parts) + 1) // 2) + 24
    label = "; ".join(
        f"{head}: " + ", ".join(f"{b.builder} {b.written}" for b in bars) for head, bars in parts
    )
    lines = [HEAD.format(width=WIDTH, height=height, label=escape(label))]
    for index, (heading, bars) in enumerate(parts):
        lines += draw(heading, bars, index % 2 * WIDTH // 2, index // 2 * PANEL)
    machine = sites["machine"]
    foot = f"{machine['processor']}, {machine['memory']}, {machine['date'].split()[0]}"
    lines.append(f'<text class="foot" x="0" y="{height - 8}">{escape(foot)}</text>')
    return "\n".join([*lines, "</svg>", ""])


def main() -> None:
    """Draw what bench.sites and bench.boxes measured last."""
    FILE.write_text(svg(kept("sites"), kept("boxes")), encoding="utf-8")
    print(FILE)


if __name__ == "__main__":
    main()
