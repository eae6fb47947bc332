//! Places: provinces and cities.

/// Provinces and cities of China, cities and countries elsewhere by their Chinese names.
pub(in crate::model::words) const HAN: &str = "
    北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东
    海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 中国 中国大陆 大陆
    石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中
    运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 沈阳 大连
    鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 长春 四平 辽源 通化 白山 松原 白城
    延吉 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化
    南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴
    金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州
    池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安
    宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 莱芜 临沂 德州 聊城 滨州
    菏泽
    郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉
    黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德
    张家界 益阳 郴州 永州 怀化 娄底 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾
    河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州
    河池 崇左 海口 三亚 三沙 儋州
    成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 贵阳
    六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 西双版纳 拉萨 日喀则
    林芝 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 天水 武威 张掖 平凉 酒泉
    庆阳 定西 陇南 西宁 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 喀什 伊犁 石河子
    昆山 义乌 江阴 张家港 常熟 太仓 晋江 慈溪 余姚 诸暨 雄安 台北 新北 桃园 台中 台南 高雄 新竹 基隆
    嘉义 彰化 屏东 宜兰 花莲 台东 苗栗 南投 云林 九龙 新界 港岛
    新加坡 东京 大阪 京都 名古屋 横浜 横滨 福冈 神户 札幌 首尔 釜山 曼谷 吉隆坡 槟城 雅加达 马尼拉
    河内 胡志明 金边 仰光 迪拜 阿布扎比 孟买 班加罗尔 新德里 伦敦 曼彻斯特 爱丁堡 巴黎 里昂 柏林
    慕尼黑 法兰克福 汉堡 科隆 苏黎世 日内瓦 阿姆斯特丹 布鲁塞尔 斯德哥尔摩 哥本哈根 赫尔辛基 奥斯陆
    维也纳 布拉格 华沙 米兰 罗马 马德里 巴塞罗那 里斯本 莫斯科 纽约 旧金山 硅谷 洛杉矶 西雅图 波士顿
    芝加哥 湾区 圣何塞 圣地亚哥 奥斯汀 达拉斯 休斯顿 亚特兰大 费城 华盛顿 多伦多 温哥华 蒙特利尔
    渥太华 悉尼 墨尔本 布里斯班 珀斯 奥克兰
    美国 英国 日本 德国 法国 加拿大 澳大利亚 澳洲 新西兰 韩国 马来西亚 泰国 越南 印尼 印度尼西亚
    菲律宾 印度 俄罗斯 荷兰 瑞士 瑞典 挪威 丹麦 芬兰 比利时 奥地利 意大利 西班牙 葡萄牙 爱尔兰 波兰
    巴西 墨西哥 阿联酋 以色列 土耳其 埃及 南非";

/// Districts of the large cities, after a city.
pub(in crate::model::words) const DISTRICTS: &str = "
    海淀 西城 东城 丰台 石景山 通州 昌平 大兴 顺义 房山 亦庄 望京 中关村 浦东 徐汇 黄浦 静安 长宁
    普陀 虹口 杨浦 闵行 宝山 嘉定 松江 青浦 奉贤 张江 陆家嘴 漕河泾 南山 福田 罗湖 宝安 龙岗 龙华
    盐田 光明 坪山 前海 天河 越秀 海珠 荔湾 白云 番禺 黄埔 南沙 花都 增城 余杭 西湖 滨江 拱墅 上城
    下城 萧山 富阳 临安 钱塘 江干 未来科技城 玄武 鼓楼 建邺 秦淮 雨花台 栖霞 江宁 浦口 武侯 锦江
    青羊 金牛 成华 高新 高新区 天府新区 双流 洪山 武昌 汉口 汉阳 江岸 江汉 硚口 光谷 雁塔 碑林 未央
    莲湖 工业园区 园区 姑苏 吴中 相城 虎丘 吴江 思明 湖里 岳麓 雨花 芙蓉 开福 渝北 渝中 江北 南岸
    沙坪坝 和平 河西 南开 滨海新区 市南 市北 崂山 历下 高新南 科技园 西二旗 五道口 上地";

/// Japanese prefectures, and words used alone for one.
pub(in crate::model::words) const PREFECTURES: &str = "
    北海道 青森县 岩手县 宫城县 秋田县 山形县 福岛县 茨城县 栃木县 群马县 埼玉县 千叶县 东京都
    神奈川县 新潟县 富山县 石川县 福井县 山梨县 长野县 岐阜县 静冈县 爱知县 三重县 滋贺县 京都府
    大阪府 兵库县 奈良县 和歌山县 鸟取县 岛根县 冈山县 广岛县 山口县 德岛县 香川县 爱媛县 高知县
    福冈县 佐贺县 长崎县 熊本县 大分县 宫崎县 鹿儿岛县 冲绳县
    东京 神奈川 大阪 京都 爱知 名古屋 福冈 札幌 仙台 横浜 川崎 神户 广岛 埼玉 千叶 涩谷 新宿 品川
    港区 六本木 秋叶原 冲绳 静冈 新潟 长野 冈山 熊本 兵库 奈良 茨城 栃木 群马 宫城 つくば 都内 关东
    关西 首都圈 日本";

/// Korean provinces and cities.
pub(in crate::model::words) const HANGUL: &str = "
    서울 서울시 서울특별시 부산 부산시 부산광역시 대구 대구광역시 인천 인천시 인천광역시 광주
    광주광역시 대전 대전시 대전광역시 울산 울산광역시 세종 세종시 경기 경기도 강원 강원도 충북
    충청북도 충남 충청남도 전북 전라북도 전남 전라남도 경북 경상북도 경남 경상남도 제주 제주도
    제주특별자치도 판교 분당 강남 강남구 성남 성남시 수원 수원시 용인 용인시 고양 고양시 안양 부천
    화성 창원 전주 청주 천안 한국 대한민국 일본 도쿄 미국 중국 독일 싱가포르 영국 캐나다 호주";

/// Not a place, but written in place of one: 远程, `Remote`, `Home office`.
pub(in crate::model::words) const REMOTE: &str = "
    远程 远程办公 居家 居家办公 线上 全国 不限 全远程 异地 可远程 混合办公 海外
    remote remotework fullyremote remotejob remoteposition remotely fullremote 100%remote homeoffice
    workfromhome wfh hybrid onsite telecommute worldwide anywhere online hybridwork remotefirst
    homebased distributed
    remoteoption mobilesarbeiten mobilarbeit hybrides hybridesarbeiten telearbeit vorort bundesweit
    remotearbeit
    teletravail adistance hybride distanciel presentiel
    teletrabajo remoto hibrido adistancia presencial trabajoremoto cienporcientoremoto 100%remoto
    modalidadremota
    teletrabalho trabalhoremoto
    daremoto ibrido smartworking telelavoro inremoto dacasa
    zdalnie pracazdalna hybrydowo zdalna hybrydowa stacjonarnie
    удаленно удаленка удаленнаяработа гибрид дистанционно гибридно удаленныиформат
    дистанционнаяработа офис релокация
    opafstand thuiswerk thuiswerken padistans distans pavans uzaktan uzaktancalisma hibrit tuxa
    lamviectuxa jarakjauh kerjajarakjauh
    リモート フルリモート リモートワーク 在宅 在宅勤务 テレワーク ハイブリッド 客先常驻 全国各地
    원격 재택 재택근무 원격근무 하이브리드 온라인";
