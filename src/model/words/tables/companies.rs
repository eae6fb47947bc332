//! Words for companies and other employers.

/// Anywhere in the name of a company.
pub(in crate::model::words) const IN: &str = "
    有限公司 有限责任 股份公司 集团公司 有限合伙 株式会社 有限会社 合同会社 股份 集团有限 주식회사
    유한회사 (株) (주) ㈜ ㈱ 合伙企业 个体工商户 合资会社 社团法人 财团法人 医疗法人 学校法人";

/// At the end of the name of a company.
pub(in crate::model::words) const END: &str = "
    集团 科技 银行 研究院 研究所 事务所 工作室 医院 诊所 卫生院 出版社 报社 杂志社 电视台 电台 酒店
    宾馆 餐厅 饭店 商贸 贸易 实业 传媒 证券 保险 基金 控股 资本 工厂 制药 药业 地产 置业 物业 软件
    信息技术 网络科技 通信 电子商务 委员会 协会 基金会 商会 商行 超市 幼儿园 培训机构 实验室 设计院
    研究中心 服务中心 检察院 法院 公安局 税务局 管理局 派出所 俱乐部 合作社 旅行社 快递 物流 航空
    电力 能源 餐饮 文化传播 广告 咨询 互娱 汽车 机械厂 制造厂 加工厂
    病院 商事 制作所 工业 电机 产业 组合 은행 병원 전자 그룹 연구소 학원 재단 협회 센터 스튜디오
    소프트";

/// Legal forms, as words: `Inc.`, `GmbH`, `S.r.l.`.
pub(in crate::model::words) const FORMS: &str = "
    inc ltd llc llp plc corp gmbh ug ohg kg kgaa ag se sa sas sarl eurl sasu srl spa sl slu ltda
    eireli oy oyj ab as aps bv nv pty pte bhd kk co coltd incorporated corporation limited company
    companies ооо оао зао пао ао ип нко фгуп тов firma spzoo ev doo kft sro pt tbk";

/// Last words of the name of a company.
pub(in crate::model::words) const LAST: &str = "
    technologies technology solutions systems labs lab laboratories group holdings holding bank
    consulting agency studio studios partners ventures capital foundation hospital clinic restaurant
    hotel media industries enterprises services software networks interactive entertainment
    international associates gruppe versicherung krankenhaus klinik verlag agentur stiftung banque
    groupe hopital cabinet fondation banco grupo fundacion estudio hospitais fundacao banca gruppo
    ospedale fondazione grupa fundacja szpital spolka банк компания группа фонд больница завод
    ассоциация stichting ziekenhuis sjukhus kommun bankasi yayinlari hastanesi co logistics pharma
    energy insurance motors airlines laboratory laboratorium laboratoire laboratorio association
    organization organisation institute institut instituto istituto center centre centrum centro
    council academy authority ministry society union museum library associazione asociacion
    verein federation";

/// Companies known by one word.
pub(in crate::model::words) const KNOWN: &str = "
    阿里巴巴 阿里 淘宝 天猫 蚂蚁 腾讯 字节跳动 字节 百度 京东 美团 网易 华为 小米 滴滴 拼多多 快手
    哔哩哔哩 携程 新浪 搜狐 搜狗 联想 中兴 大疆 商汤 旷视 科大讯飞 用友 金蝶 奇虎 顺丰 中国移动
    中国联通 中国电信 比亚迪 蔚来 理想汽车 小鹏 饿了么 知乎 微软 谷歌 苹果 亚马逊 英特尔 英伟达
    富士康 平安 招商银行 google microsoft amazon apple facebook meta netflix ibm intel nvidia oracle
    sap samsung sony tesla uber airbnb linkedin adobe cisco siemens bosch accenture deloitte kpmg
    pwc infosys wipro tcs capgemini yandex сбер яндекс сбербанк 네이버 카카오 라인 쿠팡 삼성전자
    乐天 ソニー トヨタ";

/// Legal forms that are other words unless they are in capitals.
pub(in crate::model::words) const CAPITALS: &str = "ag se sa ab as kg ug pt bv nv sl spa sas kk ev";
