//! Traditional and Japanese characters as the simplified ones of the tables.

use super::word_map::next_word;

/// Returns the simplified form of a traditional or Japanese character, if the tables of words hold it.
pub(super) fn simplified(c: char) -> char {
    let at = u32::from(c).wrapping_sub(FIRST) as usize;
    FORMS.get(at).filter(|form| **form > 0).and_then(|form| char::from_u32(u32::from(*form))).unwrap_or(c)
}

/// The tables contain only ideographs of the first block, 4E00 to 9FFF.
const FIRST: u32 = 0x4E00;

/// The simplified form of each of them, zero if it is its own.
static FORMS: [u16; 0x5200] = {
    let mut forms = [0; 0x5200];
    let (mut from, mut to) = next_word(PAIRS.as_bytes(), 0);
    while from < to {
        let [left, right] = pair(PAIRS.as_bytes(), from);
        forms[(left - FIRST) as usize] = right as u16;
        (from, to) = next_word(PAIRS.as_bytes(), to);
    }
    forms
};

/// Returns the two characters at a byte; each has three.
const fn pair(text: &[u8], at: usize) -> [u32; 2] {
    let mut pair = [0; 2];
    let mut byte = 0;
    while byte < 6 {
        let bits = if byte % 3 == 0 { 0x0F } else { 0x3F };
        pair[byte / 3] = pair[byte / 3] << 6 | (text[at + byte] & bits) as u32;
        byte += 1;
    }
    pair
}

/// Each character and its simplified form, by code point (after OpenCC's tables of characters). Characters
/// also used in mainland texts are left out: 台, 后, 里.
const PAIRS: &str = "
    並并 乗乘 亜亚 亞亚 仏佛 伝传 佈布 佔占 併并 來来 価价 侷局 係系 俬私 倉仓 個个 們们 倖幸 倫伦
    偉伟 側侧 備备 傢家 傳传 僑侨 僱雇 價价 儀仪 優优 儲储 児儿 兒儿 內内 処处 別别 則则 剋克 剤剂
    創创 劃划 劇剧 劉刘 劑剂 効效 動动 務务 勢势 勵励 匯汇 區区 協协 単单 卻却 厤历 厲厉 厳严 參参
    収收 叢丛 吳吴 呂吕 呉吴 員员 唸念 問问 啓启 啟启 喬乔 單单 営营 嗶哔 噹当 嚮向 嚴严 囌苏 団团
    囲围 図图 國国 圍围 圏圈 園园 圖图 團团 圧压 垻坝 埰采 執执 報报 場场 塊块 塗涂 塚冢 塩盐 増增
    墰坛 壇坛 壓压 壜坛 壩坝 壯壮 売卖 変变 奧奥 奨奖 奬奖 妝妆 娛娱 婁娄 嬰婴 孫孙 學学 実实 宮宫
    寀采 實实 寧宁 審审 寶宝 対对 専专 將将 專专 對对 導导 屆届 層层 屬属 岡冈 峯峰 島岛 峽峡 崑昆
    崗岗 嵐岚 嶗崂 嶺岭 嶽岳 巌岩 巖岩 師师 帯带 帳帐 帶带 幹干 庁厅 広广 庫库 廈厦 廚厨 廠厂 廣广
    廳厅 張张 強强 彆别 彔录 彙汇 彥彦 彿佛 徑径 従从 從从 復复 徳德 徴征 徹彻 応应 恵惠 悶闷 愛爱
    慄栗 態态 慣惯 慮虑 慶庆 慼戚 憑凭 應应 懐怀 懞蒙 懲惩 懷怀 戦战 戯戏 戰战 戲戏 戶户 戸户 拝拜
    拠据 挿插 捜搜 捨舍 掛挂 採采 掲揭 揚扬 摂摄 撐撑 撫抚 擔担 據据 攜携 攝摄 敎教 數数 斉齐 斎斋
    於于 旂旗 昇升 時时 晉晋 暢畅 暦历 曁暨 曆历 曏向 曠旷 書书 曽曾 會会 朮术 東东 査查 栄荣 桜樱
    桟栈 條条 棗枣 棧栈 棲栖 検检 楊杨 楡榆 業业 楽乐 榦干 榮荣 構构 樂乐 樑梁 樓楼 標标 権权 樹树
    橋桥 機机 橫横 檔档 檢检 檯台 檳槟 櫃柜 櫻樱 欄栏 權权 欒栾 欽钦 歐欧 歴历 歷历 気气 氣气 決决
    沖冲 沢泽 況况 涇泾 涼凉 淩凌 淺浅 済济 渋涩 渓溪 測测 湯汤 満满 準准 溝沟 溫温 溼湿 滄沧 滙汇
    滿满 漢汉 潔洁 潤润 澀涩 澤泽 澱淀 濕湿 濛蒙 濟济 濰潍 濱滨 瀋沈 瀘泸 瀨濑 瀬濑 灣湾 為为 烏乌
    無无 煙烟 營营 爭争 爲为 爾尔 牀床 狀状 猟猎 獎奖 獨独 獲获 獵猎 獻献 現现 瑪玛 產产 産产 甦苏
    畢毕 畫画 異异 畵画 當当 療疗 発发 發发 監监 盤盘 盧卢 県县 眞真 眾众 矇蒙 矯矫 硃朱 碕埼 碩硕
    確确 碼码 磯矶 礄硚 礎础 祕秘 稅税 種种 稱称 稲稻 穀谷 穫获 竇窦 竜龙 競竞 筆笔 箇个 節节 範范
    築筑 篠筿 簡简 簽签 籤签 粛肃 粧妆 糰团 紀纪 約约 納纳 紐纽 級级 紮扎 細细 紹绍 終终 組组 経经
    結结 絡络 統统 綏绥 經经 継继 続续 綜综 綫线 維维 網网 綿绵 総总 線线 締缔 緣缘 編编 緩缓 練练
    緻致 縁缘 縄绳 縛缚 縣县 總总 績绩 繆缪 繋系 織织 繩绳 繫系 繼继 續续 罈坛 罎坛 罰罚 羅罗 羣群
    義义 習习 聖圣 聞闻 聯联 聶聂 職职 肅肃 脩修 脳脑 腦脑 膚肤 臨临 臺台 與与 興兴 舊旧 舎舍 舗铺
    舘馆 茘荔 荊荆 荘庄 莊庄 華华 萊莱 萬万 葉叶 葯药 蒐搜 蓆席 蓋盖 蓮莲 蔔卜 蔘参 蔣蒋 蔵藏 蕪芜
    蕭萧 薊蓟 薑姜 薦荐 薩萨 薬药 藍蓝 藝艺 藥药 藺蔺 蘆芦 蘇苏 蘋苹 蘭兰 處处 號号 螞蚂 蟻蚁 衆众
    術术 衕同 衚胡 衛卫 衝冲 裏里 補补 裝装 裡里 製制 複复 覈核 見见 規规 視视 覧览 観观 覽览 觀观
    訂订 計计 訊讯 訓训 訖讫 記记 訪访 設设 許许 訳译 訴诉 診诊 註注 証证 評评 詞词 詢询 試试 詩诗
    話话 詳详 誌志 認认 語语 說说 説说 読读 誰谁 課课 調调 談谈 請请 論论 諮咨 諶谌 諸诸 講讲 謝谢
    謹谨 證证 識识 譚谭 譯译 議议 護护 譽誉 讀读 變变 豊丰 豐丰 貓猫 貝贝 負负 財财 貢贡 貨货 販贩
    貫贯 責责 貴贵 買买 貸贷 費费 貿贸 賀贺 資资 賈贾 賓宾 賞赏 賢贤 賣卖 質质 賬账 賴赖 購购 賽赛
    贛赣 趙赵 跡迹 踐践 蹟迹 車车 軌轨 軍军 軒轩 軟软 載载 輌辆 輔辅 輛辆 輯辑 轅辕 辦办 辺边 迴回
    逓递 連联 週周 進进 遅迟 遊游 運运 過过 達达 遜逊 遞递 遠远 適适 遲迟 遷迁 選选 遼辽 邊边 郵邮
    郷乡 鄉乡 鄒邹 鄔邬 鄧邓 鄭郑 鄲郸 鄴邺 鄺邝 醫医 釈释 釋释 針针 釦扣 鈡钟 鈴铃 鉄铁 銀银 銅铜
    銜衔 銭钱 銷销 鋪铺 錄录 錢钱 錦锦 錫锡 録录 錶表 鍵键 鍼针 鍾钟 鎖锁 鎭镇 鎮镇 鏈链 鐘钟 鐵铁
    鑑鉴 鑒鉴 長长 門门 閆闫 閉闭 開开 間间 閔闵 関关 閤合 閭闾 閻阎 闆板 關关 陝陕 陞升 陣阵 陰阴
    陳陈 陸陆 険险 陽阳 隊队 際际 隨随 險险 隴陇 雑杂 雙双 雜杂 雞鸡 離离 雲云 電电 靜静 鞏巩 鞦秋
    韆千 韋韦 韓韩 頁页 頂顶 項项 順顺 須须 頓顿 領领 頭头 頻频 頼赖 題题 額额 顏颜 顔颜 願愿 類类
    顧顾 風风 颱台 飛飞 飯饭 飲饮 養养 餓饿 餘余 館馆 饒饶 馬马 馮冯 駅驿 駐驻 駕驾 験验 騰腾 驗验
    驛驿 體体 髪发 髮发 鬆松 鬍胡 鬚须 鬱郁 魚鱼 魯鲁 鮑鲍 鮮鲜 鳥鸟 鴨鸭 鵬鹏 鶏鸡 鶴鹤 鷄鸡 鷹鹰
    鹹咸 鹽盐 麗丽 麥麦 麪面 麫面 麯曲 麵面 麹曲 麺面 麼么 黃黄 黒黑 點点 黨党 齊齐 齋斋 齡龄 齢龄
    齣出 龍龙 龐庞 龔龚";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pairs_are_in_order_and_lead_to_an_end() {
        let pairs: Vec<&str> = PAIRS.split_whitespace().collect();
        assert!(pairs.is_sorted());
        for pair in pairs {
            let end = pair.chars().nth(1).unwrap();
            let start = pair.chars().next().unwrap();
            assert_eq!((pair.chars().count(), simplified(start), simplified(end)), (2, end, end), "{pair}");
        }
    }
}
