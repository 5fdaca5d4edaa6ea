"""One spelling to match terms against, whichever script and width of punctuation a text is in."""

_WIDE = "，：；？！（）［］「」『』﹁﹂｜\N{IDEOGRAPHIC SPACE}\N{NO-BREAK SPACE}"
_NARROW = ",:;?!()[]“”“”“”|  "

_TRADITIONAL = (
    "亂佈來侷係個們傢傳價儀億償優儲兒內兩冊凈別則剋剛創劃劇劉劍動務區協卻卽厤參吳呂員唸問啓啟喬單嗎嘆噹嚮囌國圍園圖團埰執堅報場塊墰壇壓壜夥奪婦孃孫學宮寀實寧審寫寶將專對導層屬嵗師幫幹庫"
    "廠廣廳張強彆彔彿後從復徵徹態憶應戰戶捲掃採揮搖搶摺擊據擡攝敎敘數斷於旂昇時曆曏書會東査條楊業榦榮構樑樓標樹機檢檯櫃欄權歎歐歡歲歷歸殘氣決沒況淚淨淩湯準漢潤濟瀋瀏灣災為無煉熱營爭爲爺"
    "狀猶獲獻現環產産畢異當發皺監盤盧眞眾硃碩確碼祕禮稅種稱積穫筆箇節範簡簽籌籤糰紀約納級紮紹終組絕絡給統絶經綫網緊緒線編緩練緻縣總繞繫纔罈罎罵罷羅羣翫聞聯聲職脣脩脫腳臉臨臺興舉舊華萬葉"
    "葯蓆蔘蔣蕭薑薦藍藥蘇處虛號衆衕衚衛裏裝裡製複覈見規視親覺覽觀計訊託記訝訪設許註証評詞詢詩詫話該詳誌語說説誰調談請論諮謂講謝證譚議讀讓讚財貫責貼賀資賈質賴購賽贊趕趙車軌軍載輕輯輸轄轉"
    "辦辭農迴這連週進遊運過遞遠適遶選還郵鄉鄒鄧鄭醫釦鈡錄錢録錶鍊鍵鍾鎭鎮鐘鐵鑄長門閉開間閤閨閱閲閻闇關陞陣陰陳陸陽隊隨險隸隻難雲電靈靜韆韓響頁項預頓領頭頻題額願類顧顯風颱飾餘馬馮駐駕駡"
    "駱驗驚驟體髮鬆鬍麪麫麵麼麽黃點黨齣龍龔著"
)
_SIMPLIFIED = (
    "乱布来局系个们家传价仪亿偿优储儿内两册净别则克刚创划剧刘剑动务区协却即历参吴吕员念问启启乔单吗叹当向苏国围园图团采执坚报场块坛坛压坛伙夺妇娘孙学宫采实宁审写宝将专对导层属岁师帮干库"
    "厂广厅张强别录佛后从复征彻态忆应战户卷扫采挥摇抢折击据抬摄教叙数断于旗升时历向书会东查条杨业干荣构梁楼标树机检台柜栏权叹欧欢岁历归残气决没况泪净凌汤准汉润济沈浏湾灾为无炼热营争为爷"
    "状犹获献现环产产毕异当发皱监盘卢真众朱硕确码秘礼税种称积获笔个节范简签筹签团纪约纳级扎绍终组绝络给统绝经线网紧绪线编缓练致县总绕系才坛坛骂罢罗群玩闻联声职唇修脱脚脸临台兴举旧华万叶"
    "药席参蒋萧姜荐蓝药苏处虚号众同胡卫里装里制复核见规视亲觉览观计讯托记讶访设许注证评词询诗诧话该详志语说说谁调谈请论咨谓讲谢证谭议读让赞财贯责贴贺资贾质赖购赛赞赶赵车轨军载轻辑输辖转"
    "办辞农回这连周进游运过递远适绕选还邮乡邹邓郑医扣钟录钱录表炼键钟镇镇钟铁铸长门闭开间合闺阅阅阎暗关升阵阴陈陆阳队随险隶只难云电灵静千韩响页项预顿领头频题额愿类顾显风台饰余马冯驻驾骂"
    "骆验惊骤体发松胡面面面么么黄点党出龙龚着"
)


class _Spelling(dict[int, int | str]):
    """A table that remembers what it leaves alone: `translate` is twice as fast where no look-up fails."""

    def __missing__(self, code_point: int) -> int:
        self[code_point] = code_point
        return code_point


_SPELLING = _Spelling(
    str.maketrans(_WIDE + _TRADITIONAL, _NARROW + _SIMPLIFIED)
    | {cp: cp - 0xFF10 + ord("0") for cp in range(0xFF10, 0xFF1A)}
)


def spell(text: str) -> str:
    """`text` in Simplified with ASCII punctuation and digits, character for character: offsets stay true.

    >>> spell("區長說：「2021年」")
    '区长说:“2021年”'
    """
    return text.translate(_SPELLING)
