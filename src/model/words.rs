//! Words that tell what a part of an entry's line is: places, degrees, schools, jobs.

/// Cities and provinces that stand alone as places.
const PLACES: &[&str] = &[
    "北京",
    "上海",
    "广州",
    "深圳",
    "杭州",
    "南京",
    "成都",
    "武汉",
    "西安",
    "苏州",
    "天津",
    "重庆",
    "长沙",
    "郑州",
    "青岛",
    "厦门",
    "合肥",
    "宁波",
    "无锡",
    "东莞",
    "佛山",
    "福州",
    "济南",
    "大连",
    "沈阳",
    "昆明",
    "哈尔滨",
    "长春",
    "石家庄",
    "太原",
    "南昌",
    "南宁",
    "贵阳",
    "兰州",
    "海口",
    "珠海",
    "香港",
    "澳门",
    "台北",
    "臺北",
    "新竹",
    "高雄",
    "新加坡",
    "东京",
    "東京",
    "大阪",
    "京都",
    "福岡",
    "名古屋",
    "横浜",
    "浙江",
    "江苏",
    "广东",
    "四川",
    "湖北",
    "湖南",
    "山东",
    "福建",
    "河南",
    "河北",
    "陕西",
    "辽宁",
    "安徽",
    "서울",
    "부산",
    "판교",
    "성남",
    "대전",
    "远程",
    "遠程",
    "リモート",
    "在宅",
    "재택",
    "원격",
];
const ENGLISH: &[&str] = &[
    "remote",
    "beijing",
    "shanghai",
    "shenzhen",
    "guangzhou",
    "hangzhou",
    "nanjing",
    "chengdu",
    "wuhan",
    "suzhou",
    "hong kong",
    "taipei",
    "tokyo",
    "osaka",
    "seoul",
    "singapore",
    "san francisco",
    "new york",
    "new york city",
    "london",
    "berlin",
    "paris",
    "munich",
    "amsterdam",
    "zurich",
    "dublin",
    "toronto",
    "vancouver",
    "sydney",
    "melbourne",
    "seattle",
    "boston",
    "austin",
    "chicago",
    "los angeles",
    "palo alto",
    "mountain view",
    "bangalore",
    "stockholm",
    "madrid",
    "barcelona",
    "vienna",
    "prague",
    "warsaw",
    "montreal",
    "menlo park",
    "cupertino",
    "sunnyvale",
    "redmond",
    "san jose",
    "san diego",
];
const COUNTRIES: &[&str] = &[
    "usa",
    "us",
    "uk",
    "china",
    "japan",
    "korea",
    "south korea",
    "germany",
    "france",
    "canada",
    "singapore",
    "india",
    "australia",
    "netherlands",
    "switzerland",
    "ireland",
    "spain",
    "italy",
    "sweden",
    "norway",
    "denmark",
    "finland",
    "poland",
    "austria",
    "belgium",
    "portugal",
    "brazil",
    "mexico",
    "israel",
    "taiwan",
    "hong kong",
    "united states",
    "united kingdom",
    "england",
    "scotland",
    "new zealand",
    "california",
    "texas",
    "washington",
    "massachusetts",
    "ontario",
];

/// Tells whether a text is a place and nothing else: 北京, 杭州市, `Berlin`, `Austin, TX`, Remote.
pub(super) fn is_place(text: &str) -> bool {
    let text = text.trim().trim_start_matches('📍').trim();
    if text.is_empty() || text.chars().count() > 40 {
        return false;
    }
    let lower = text.to_lowercase();
    if ENGLISH.contains(&lower.as_str()) {
        return true;
    }
    if let Some((city, region)) = text.split_once(", ") {
        let name = city.starts_with(|c: char| c.is_uppercase())
            && city.chars().all(|c| c.is_alphabetic() || " .'-".contains(c));
        let code = region.len() == 2 && region.bytes().all(|b| b.is_ascii_uppercase());
        return name && (code || COUNTRIES.contains(&region.to_lowercase().as_str()));
    }
    han_place(text)
}

/// 北京, 北京市, 北京·海淀, 浙江杭州, 北京市海淀区.
fn han_place(text: &str) -> bool {
    let mut rest = text;
    let mut any = false;
    while !rest.is_empty() {
        let Some(place) = PLACES.iter().find(|place| rest.starts_with(**place)) else { break };
        rest = rest[place.len()..].trim_start_matches(['市', '省', '·', '•', '-', '/', ' ', '、']);
        any = true;
    }
    let district = rest.chars().count() <= 4 && rest.ends_with(['区', '县', '區']);
    any && (rest.is_empty() || district || (text.contains(['·', '•']) && rest.chars().count() <= 3))
}

/// Tells whether a text names a degree.
pub(super) fn is_degree(text: &str) -> bool {
    let han = [
        "本科",
        "学士",
        "硕士",
        "博士",
        "专科",
        "大专",
        "研究生",
        "學士",
        "碩士",
        "修士",
        "学部",
        "학사",
        "석사",
        "박사",
    ];
    if text.chars().count() <= 12 && han.iter().any(|degree| text.contains(degree)) && !is_school(text) {
        return true;
    }
    let lower = text.to_lowercase();
    let words = [
        "bachelor",
        "master",
        "phd",
        "ph.d",
        "doctor",
        "mba",
        "b.s",
        "m.s",
        "b.a",
        "m.a",
        "bsc",
        "msc",
        "b.sc",
        "m.sc",
        "associate",
    ];
    words.iter().any(|degree| {
        lower
            .strip_prefix(degree)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_lowercase() && c != 's'))
    })
}

/// Tells whether a text names a school.
pub(super) fn is_school(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "大学",
        "学院",
        "學院",
        "大學",
        "学校",
        "中学",
        "university",
        "college",
        "school",
        "institute",
        "대학",
        "대학교",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// Tells whether a text names a job.
pub(super) fn is_job(text: &str) -> bool {
    let lower = text.to_lowercase();
    let company =
        ["公司", "集团", "科技", "银行", "inc", "ltd", "llc", "corp", "gmbh", "株式会社", "주식회사"];
    if company.iter().any(|word| lower.contains(word)) {
        return false;
    }
    [
        "工程师",
        "经理",
        "总监",
        "架构师",
        "设计师",
        "实习生",
        "主管",
        "专员",
        "分析师",
        "开发",
        "负责人",
        "工程師",
        "engineer",
        "developer",
        "manager",
        "designer",
        "intern",
        "analyst",
        "architect",
        "director",
        "scientist",
        "consultant",
        "エンジニア",
        "개발자",
        "엔지니어",
        "lead",
        "ceo",
        "cto",
        "founder",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stand_alone() {
        for place in [
            "北京",
            "杭州市",
            "浙江杭州",
            "北京·海淀",
            "北京市海淀区",
            "Remote",
            "Austin, TX",
            "Berlin, Germany",
            "远程",
            "서울",
        ] {
            assert!(is_place(place), "{place}");
        }
        for other in ["北京大学", "上海某某科技", "CEO, Pied Piper", "深圳湾项目", "", "Acme, Inc"]
        {
            assert!(!is_place(other), "{other}");
        }
    }

    #[test]
    fn words_tell_degrees_and_jobs() {
        assert!(
            is_degree("工学硕士")
                && is_degree("M.Sc. Physics")
                && is_degree("Bachelor's")
                && is_degree("本科")
        );
        assert!(!is_degree("某某大学研究生院") && !is_degree("Mastering Rust") && !is_degree("计算机"));
        assert!(is_job("高级工程师") && is_job("Senior Engineer") && !is_job("某开发科技公司"));
    }
}
