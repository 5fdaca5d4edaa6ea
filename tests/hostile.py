"""Texts that try to be more than text: to run a script, include a file, reach a host, or break their page."""

from urllib.parse import quote

from strategies import ACTIVE

# ruff: noqa: E501 - a text is easier to read in one line

EVIL = "https://evil.example/"
ALARM = "window.harmed=1;alert(1)"

TEXTS: dict[str, str] = {
    "script": f"<script>{ALARM}</script>\n</div></p></body><script src={EVIL}x.js></script>",
    "handlers": f'<img src={EVIL}x.png onerror="{ALARM}">\n<svg onload={ALARM}>\n" onmouseover="{ALARM}" x="',
    "frames": f'<iframe src="{EVIL}"></iframe><object data="{EVIL}"></object><embed src="{EVIL}">',
    "head": f'<meta http-equiv="refresh" content="0;url={EVIL}"><base href="{EVIL}"><link rel=stylesheet href={EVIL}>',
    "style": f"<style>@import url({EVIL}); p {{ background: url({EVIL}x.png) }}</style>",
    "form": f'<form action="{EVIL}"><button>甲</button></form><textarea>乙',
    "markup": "<![CDATA[甲]]> <!-- 乙 --> <?php 丙 ?> <!DOCTYPE 丁> <b <i </ <> 戊",
    "unclosed": "<div><table><tr><td><p><a href='x\n<!-- 没有结束\n<script>甲",
    "md_in_html": '<div markdown="1">\n**甲**\n</div>\n<p markdown="span">*乙*</p>',
    "links": f"[甲](javascript:{ALARM}) ![乙]({EVIL}x.png) <{EVIL}> <a@b.example> [丙][1]\n\n[1]: {EVIL}\n[[丁]]",
    "bare-links": f"{EVIL}x?a=1&b=2 www.evil.example a@b.example",
    "emphasis": "*甲* **乙** ***丙*** _丁_ __戊__ ~~己~~ ==庚== ^^辛^^ `壬` ``癸` \\* 3*4*5 H~2~O x^2^",
    "headings": "# 甲\n## 乙 ##\n#丙\n丁\n====\n戊\n----\n### {#id}\n己 {: #id .class onclick=alert(1) }",
    "lists": "- 甲\n* 乙\n+ 丙\n1. 丁\n2) 戊\n2021. 己\n- [ ] 庚\n- [x] 辛\n甲\n:   乙",
    "quotes": '> 甲\n>> 乙\n>丙\n!!! note\n    丁\n??? tip\n    戊\n=== "己"\n    庚\n/// admonition\n辛\n///',
    "code": "    甲\n\t乙\n  \t丙\n```python\nprint()\n```\n~~~\n丁\n~~~\n``` {.x onclick=alert(1)}",
    "tables": "|甲|乙|\n|---|:-:|\n|1|2|\n甲 | 乙\n--- | ---\n+---+---+",
    "rules": "---\n***\n___\n* * *\n****************\n- - -\n=========\n————",
    "templates": "{{ config }} {% include 'x' %} {# 甲 #} {{ 7*7 }} ${7*7} <%= 7 %> {%raw%}",
    "front-matter": "---\ntitle: 假\ntemplate: x.html\n---\n\n...\n+++\ntitle = 1\n+++",
    "snippets": '--8<-- "mkdocs.yml"\n;--8<-- "/etc/passwd"\n--8<--\nmkdocs.yml\n--8<--\n{! mkdocs.yml !}\n;;;',
    "contents": "[TOC]\n[[toc]]\n[toc]\n{:toc}\n<!-- toc -->\n:::toc",
    "notes": "甲[^1] 乙[^note]\n\n[^1]: 注\n    缩进\n*[HTML]: 超文本\nHTML",
    "emoji": ":smile: :material-home: :fontawesome-brands-x: :) (c) (tm) +/- --> 1/2",
    "keys": "++ctrl+alt+del++ $x^2$ $$\ny\n$$ \\(z\\) \\[w\\] ```mermaid\ngraph TD\n```",
    "entities": "&lt;b&gt; &amp;amp; &#60; &#x3c; &copy &nbsp; &#0; &#1114112; &zwj; &",
    "critic": "{--甲--} {++乙++} {~~丙~>丁~~} {==戊==} {>>己<<} {--庚 {++辛--} 壬++} {--癸\n--} }--{ ~> ~~} {>>furniture<<}",
    "critic-open": "{--甲\n\n{++乙\n\n{~~丙~>丁\n\n{==戊\n\n{>>己",
    "marker": "<!-- source text -->\n\n甲\n<!-- source text -->\n<!-- reading list: end -->",
    "placeholders": "这一行里藏着别人留给自己的记号，读到它的程序都以为那是自己的。\n\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03 \x02czjqqkd:0\x03 wzxhzdk:0 klzzwxh:0000 \x0260\x03 \x01\x04",
    "controls": "甲\x00乙\x0b丙\x0c丁\x1b[31m戊\x7f己\x85庚\u2028辛\u2029壬\x1c癸",
    "invisible": "甲\u200b乙\u200d丙\u2060丁\ufeff戊\u00ad己\u034f庚\u180e辛\ufe0f壬",
    "bidi": "甲\u202e乙\u2066丙\u200f丁\u202a戊 שלום \u061c己",
    "spaces": "\u3000\u3000甲\u3000\u3000乙\u00a0丙\u2003丁  戊\t己 \n 甲 \n\u3000\n\t\n行末  \n",
    "line-ends": "甲\r乙\r\n丙\n\r丁\n\n\n\n戊",
    "astral": "𠮷\U0010fffd\ue000\ufffe🈣 e\u0301 𝒳 \ufffd",
    "long-line": "桥下的水很静，静得像一面没有人照的镜子。" * 5000,
    "many-lines": "水。\n" * 3000,
    "every-piece": "\n".join(ACTIVE) + "".join(ACTIVE) * 3,
}
"""By name."""

NAMES = [
    f'"><img src=x onerror={quote(ALARM)}>.txt',
    "<b>{{ 7*7 }}{++甲++}<b>.txt",
    "' onclick='alert(1).txt",
    "a\nb\x1b[31m.txt",
    "index.txt",
    "..txt",
    "&lt;script&gt;.txt",
    "%2e%2e%2f甲#?.txt",
    '合集: "><script>alert(1)<!-- [x](y)/第二章.txt',
    '合集: "><script>alert(1)<!-- [x](y)/第十章.txt',
    "{~~甲~>乙~~}/{{ x }}.txt",
]
"""File names, some in a folder."""

TITLE = f'</title><script>{ALARM}</script>" onclick="{ALARM}" &lt;{{++甲++}} {{{{ 7*7 }}}}'
"""A title, an author, a publisher."""


def sources() -> dict[str, bytes]:
    """Every hostile text, and harmless ones under hostile names."""
    named = {f"{name}.txt": text.encode() for name, text in TEXTS.items()}
    return named | {name: "第二章 渡口\n\n　　桥下的水很静。\n".encode() for name in NAMES}


def table() -> str:
    """A reading-list.toml that says hostile things."""
    said = "\n".join(f"{key} = {toml(TITLE)}" for key in ("title", "author", "publisher"))
    return f'[[text]]\npath = "links.txt"\n{said}\n\n[[text]]\npath = "*第十章.txt"\n{said}\n'


def toml(value: str) -> str:
    """A TOML string."""
    return f"'''{value}'''"
