from reading_list.built_page import BuiltPage, read_page


def _page(inside: str) -> BuiltPage:
    page = read_page("p/", f"<html><nav>书目</nav><article class=md-typeset>{inside}</article></html>")
    assert page is not None
    return page


def _text(source_text: str) -> str:
    return _page(
        f'<div class="text-page" data-type="district-news"><h1>题</h1><p>事实</p>'
        f'<div class="source-text">{source_text}</div><nav>下一篇</nav></div>'
    ).text


def test_the_clean_text_is_what_stands_outside_del() -> None:
    assert _text('<p>青<del class="noise">🈣⛳</del>禾区委<del>sj</del><ins>书记</ins></p>') == "青禾区委书记"


def test_a_reading_beside_a_character_is_no_text() -> None:
    assert _text("<p><ruby>網<rp>(</rp><rt>wǎng</rt><rp>)</rp></ruby>站</p>") == "網站"


def test_a_character_that_is_only_marked_stays() -> None:
    assert (
        _text('<p>交流<mark class="noise">?</mark><span class="note" data-note="缺"></span>，</p>')
        == "交流?，"
    )


def test_a_hard_wrap_that_is_taken_out_joins_its_lines() -> None:
    assert _text("<p>新建<del>\n<br></del>工厂</p>\n<p>投产</p>") == "新建工厂\n投产"


def test_a_line_of_nothing_but_noise_is_no_line() -> None:
    assert _text('<p>一</p><p class="set-aside"><del>上一条</del></p><p>二</p>') == "一\n二"


def test_references_are_read() -> None:
    assert _text("<p>a &lt;b&gt; &amp;amp; &#x20BB7;</p>") == "a <b> &amp; 𠮷"


def test_a_page_tells_what_it_is() -> None:
    page = _page(
        '<div class="text-page" data-type="novel-chapter" data-date="2021-05-06" data-collection="长 河">'
        '<h1>第一章 <em>渡口</em></h1><div class="source-text"><p>他走了。</p></div></div>'
    )
    assert page == BuiltPage("p/", "第一章 渡口", "他走了。", "novel-chapter", "2021-05-06", "长 河")


def test_an_ordinary_page_is_all_text() -> None:
    page = _page('<h1>关于<a class="headerlink" href="#x">¶</a></h1><ul><li>甲<li>乙</ul><p>丙<br>丁</p>')
    assert (page.title, page.text, page.type) == ("关于", "关于\n甲\n乙\n丙\n丁", "")


def test_lists_and_pages_without_an_article_are_not_searched() -> None:
    assert read_page("p/", '<article><ul class="texts"><li>题</ul></article>') is None
    assert read_page("p/", "<main>重定向</main>") is None


def test_a_tag_that_is_never_closed_loses_nothing() -> None:
    assert _text("<p>甲<b>乙</p><p>丙</i></p>") == "甲乙\n丙"
