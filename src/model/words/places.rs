//! Places: towns, provinces, countries, and words in their place: 远程, `Remote`.

mod latin;
mod wide;

use super::schools::is_school;
use super::tables::places;
use crate::model::kinds::{WordSet, fold, word_set};
use crate::source::chars::is_wide;

/// The longest place, in characters.
const LONGEST: usize = 60;

/// Returns whether a text is a place and nothing else: 北京, 杭州市余杭区, `Austin, TX 70000`, `12345 Berlin`,
/// Remote.
pub(in crate::model) fn is_place(text: &str) -> bool {
    let text = text.trim().trim_start_matches(|c: char| !c.is_alphanumeric() && c != '〒').trim();
    let text = text.strip_prefix("г. ").or_else(|| text.strip_prefix("г.")).unwrap_or(text);
    if text.is_empty() || text.chars().count() > LONGEST {
        return false;
    }
    if text.contains("  ") {
        return is_place(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    if text.contains(is_wide) {
        // 西北示例大学（本硕连读）
        return wide::is_place(text) && !is_school(text);
    }
    latin::is_place(text)
        || (parts(text).count() > 1 && parts(text).all(latin::is_place))
        || text.rsplit_once('/').is_some_and(|(town, country)| {
            // `Vila Teste/SP/Brasil`
            town.contains('/') && latin::is_place(country.trim()) && latin::is_place(town)
        })
}

/// Cuts `Berlin / Remote` and `Berlin (remote)`.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let parting = |c: char| {
        matches!(c, '/' | '／' | '|' | '｜' | '(' | ')' | '（' | '）' | '·' | '•' | '、' | '+' | '&')
    };
    text.split(parting).map(str::trim).filter(|part| !part.is_empty())
}

/// Returns whether a text says that there is no fixed place: 远程, `Home office`.
fn is_remote(text: &str) -> bool {
    static WORDS: WordSet = word_set!(places::REMOTE);
    WORDS.has(&fold(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_stand_alone() {
        let wrong: Vec<&str> = "\
            北京|杭州市|浙江杭州|浙江省杭州市|北京·海淀|北京市海淀区|上海 浦东|深圳南山|\
            广东省深圳市南山区|成都高新区|內蒙古|臺北市|桃園|香港|广西壮族自治区南宁市|中国·北京|\
            北京/上海|上海 / 远程|杭州（可远程）|远程|远程办公|新加坡|美国 旧金山|海淀区|浦东新区|\
            昆山|Remote|Austin, TX|Austin, Texas|Testville, TX 70000|San Jose, CA 95110-1234|\
            Berlin, Germany|Toronto, ON|Paris, France|London|New York, NY, USA|Berlin / Remote|\
            Berlin (Remote)|Boston MA|Remote, Germany|Hybrid|Home Office|Remote job|Beijing, China|Xi'an|\
            Germany|12345 Berlin|D-10115 Berlin|8000 Zürich|75001 Paris|München|Wien, Österreich|\
            Köln|Musterstraße 1, 12345 Musterstadt|Madrid, España|Bogotá, Colombia|Ciudad de México|\
            Teletrabajo|São Paulo, SP|São Paulo - SP|Vila Teste/SP|Vila Teste/SP/Brasil|Lisboa, Portugal|Milano|\
            Roma, Italia|Da remoto|Kraków|Warszawa, Polska|Zdalnie|Москва|г. Москва|\
            Санкт-Петербург, Россия|Удалённо|Минск, Беларусь|東京|東京都|東京都渋谷区|神奈川県横浜市|\
            大阪府大阪市北区|〒100-0001 東京都千代田区|リモート|서울|서울특별시 강남구|경기도 성남시|\
            판교|재택|Amsterdam|Stockholm, Sverige|İstanbul, Türkiye|Hà Nội|TP. Hồ Chí Minh|\
            Jakarta, Indonesia|📍 杭州"
            .split('|')
            .filter(|place| !is_place(place))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn other_things_are_no_places() {
        let wrong: Vec<&str> = "\
            北京大学|上海某某科技|CEO, Pied Piper|深圳湾项目||Acme, Inc|Senior Engineer, QA|\
            Manager, HR|Bachelor of Arts, MA|中国银行|南京东路|重庆大厦设计|工作室|社区|Alex Sample|\
            Java|Reading|Physics MA|nice|东方|10000 Users|2020 Berlin|Engineer, Berlin|Иван Примеров|張三|\
            東京大学|서울대학교|株式会社東京|Paris Exemple|Work, Life|C, Go"
            .split('|')
            .filter(|other| is_place(other))
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
