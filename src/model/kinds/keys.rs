//! The meaning of keys: in the header, and inside an entry.

mod entry;
mod header;

use super::ContactKind;
use super::fold::fold;
use super::word_map::{WordMap, word_map};

/// The meaning of a key in the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::model) enum KeyKind {
    Name,
    Headline,
    Contact(ContactKind),
    Fact,
}

/// The meaning of a key inside an entry: 任职时间, `Role`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::model) enum EntryKey {
    Date,
    Role,
    Organization,
    Place,
    School,
    Subject,
    Degree,
    /// The name of a project, a paper, a prize: 项目名称.
    Title,
}

/// `My phone:`, `Моя почта:`: possessives, which do not change the meaning.
const MINE: [&str; 13] =
    ["my", "mein", "meine", "mi", "mis", "mon", "ma", "meu", "minha", "мои", "моя", "мое", "mio"];

impl KeyKind {
    /// Returns the meanings of a key's words, in order: two for `联系电话/微信号`.
    pub fn of_key(key: &str) -> Vec<KeyKind> {
        static MEANINGS: WordMap<KeyKind> = word_map!(header::PERSON);
        static FACTS: WordMap<KeyKind> = word_map!(&[(KeyKind::Fact, header::FACTS)]);
        let kind = |part: &str| find(&[&MEANINGS, &FACTS], part);
        if let Some(kind) = kind(key) {
            return vec![kind];
        }
        // `Geburtstag/-ort`: the rest of a word says nothing by itself.
        let whole = |part: &&str| !part.trim_start().starts_with(['-', '‐', '‑']);
        let kinds: Vec<KeyKind> = key.split(parting).filter(whole).filter_map(kind).collect();
        match key.trim_start().split_once(' ') {
            Some((first, rest)) if kinds.is_empty() && MINE.contains(&fold(first).as_str()) => {
                kind(rest).into_iter().collect()
            }
            _ => kinds,
        }
    }

    /// Returns whether a key is known as a whole, or in each of its parts.
    pub fn is_known(key: &str) -> bool {
        let known = |part: &str| KeyKind::of_key(part).len() == 1 && !part.contains(parting);
        let mut parts = key.split(['/', '／', '、', '&', '＆', '|', '｜']).map(str::trim);
        known(key) || parts.all(known)
    }
}

impl EntryKey {
    /// Returns the meaning of a key inside an entry; the first of several words counts.
    pub fn of_key(key: &str) -> Option<EntryKey> {
        static MEANINGS: WordMap<EntryKey> = word_map!(entry::ENTRY);
        let kind = |part: &str| find(&[&MEANINGS], part);
        kind(key).or_else(|| key.split(parting).find_map(kind))
    }
}

fn parting(c: char) -> bool {
    matches!(
        c,
        '/' | '／'
            | '、'
            | '&'
            | '＆'
            | '（'
            | '('
            | '）'
            | ')'
            | '|'
            | '｜'
            | '或'
            | '及'
            | '和'
            | '与'
            | '+'
    )
}

/// Returns the meaning of a key: as it is, else without the brackets and icons around it.
fn find<K: Copy>(meanings: &[&WordMap<K>], key: &str) -> Option<K> {
    let whole = fold(key);
    let meaning = |word: &str| meanings.iter().find_map(|words| words.find(word));
    meaning(&whole).or_else(|| meaning(whole.trim_matches(|c: char| !c.is_alphanumeric())))
}

/// Returns every word of the tables.
#[cfg(test)]
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let tables = header::PERSON.iter().map(|(_, words)| *words).chain([header::FACTS]);
    tables.chain(entry::ENTRY.iter().map(|(_, words)| *words)).flat_map(str::split_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(key: &str) -> String {
        let shown = KeyKind::of_key(key).into_iter().map(|kind| match kind {
            KeyKind::Contact(kind) => kind.name().to_owned(),
            other => format!("{other:?}").to_lowercase(),
        });
        shown.collect::<Vec<_>>().join("+")
    }

    #[test]
    fn keys_of_the_header_in_each_language() {
        for (kind, keys) in [
            (
                "name",
                "姓名|姓　名|Name|Nombre|Nombre completo|Nome|Nom et prénom|Vor- und Nachname|Imię i nazwisko",
            ),
            ("name", "Имя|ФИО|Ф. И. О.|氏名|お名前|성함|성명|Ad Soyad|Họ và tên|Nama Lengkap|👤"),
            (
                "headline",
                "求职意向|期望職位|職位|Position|Angestrebte Position|Poste recherché|Puesto deseado|Cargo",
            ),
            ("headline", "Posizione|Stanowisko|Желаемая должность|希望職種|지원분야|Vị trí ứng tuyển|💼|👩🏽‍💻"),
            (
                "phone",
                "电 话|聯絡電話|Handy|Mobil|Téléphone|Tél.|Teléfono móvil|Telemóvel|Cellulare|Telefon komórkowy",
            ),
            ("phone", "Телефон|Моб. тел.|携帯電話|TEL|핸드폰|Telefoon|Cep|Số điện thoại|No. HP|📱|☎️"),
            (
                "email",
                "E-Mail|邮    箱|電郵地址|Courriel|Correo electrónico|Posta elettronica|Почта|Эл. почта|이메일",
            ),
            ("email", "メールアドレス|E-post|e-posta|Adres e-mail|Alamat email|信箱|📧|✉️"),
            (
                "website",
                "个人主页|作品集|Site web|Sitio web|Sito web|Strona internetowa|Сайт|ポートフォリオ|블로그|Hemsida",
            ),
            (
                "location",
                "现居地|居住城市|坐标|Wohnort|Ort|Anschrift|Adresse|Ville|Dirección|Localização|Endereço|Indirizzo",
            ),
            (
                "location",
                "Miejscowość|Город|Адрес|Место проживания|居住地|所在地|현 거주지|Woonplaats|Şehir|Alamat|🏠|🏡|📍|🌏|🏙",
            ),
            ("telegram", "Телеграм|TG|电报|텔레그램"),
            ("wechat", "微信|微 信 号|WeChat ID|vx|💬"),
            ("qq", "QQ|QQ号|🐧"),
            ("github", "GitHub|Github 地址|гитхаб|깃허브|🐙"),
            ("x", "Twitter|X|推特|🐦"),
            (
                "fact",
                "性 别|籍　贯|出生年月|Geburtsdatum|Familienstand|Date de naissance|Estado civil|Nacionalidade",
            ),
            (
                "fact",
                "Data di nascita|Obywatelstwo|Дата рождения|Гражданство|生年月日|ふりがな|생년월일|Skype|🎂|🎓",
            ),
            ("fact", "Geburtstag/-ort|Geburtsdatum/-ort|Geburtstag und -ort|Geburtstag, -ort"),
            (
                "phone",
                "Cel.|Kom.|Tlf.|Tfno|Telefon-Nr.|Номер телефона|Fixe|Tel. kom.|휴대폰|携帯|Móvil|Celular",
            ),
            ("phone+wechat", "联系电话/微信号：|手机（微信）|电话及微信|手机、微信|Phone / WeChat"),
            ("", "技术专栏|Docker|负责内容|Sonstwas|Проект"),
        ] {
            for key in keys.split('|') {
                assert_eq!(header(key), kind, "{key}");
            }
        }
    }

    #[test]
    fn keys_inside_an_entry() {
        for (kind, keys) in [
            (
                "Date",
                "任职时间|项目周期|起止时间|時  間|Period|Dates|Zeitraum|Période|Período|Periodo|Okres|Период|期間|기간|📅",
            ),
            (
                "Role",
                "职位|项目角色|擔任職務|Role|Position|Rolle|Poste|Cargo|Ruolo|Stanowisko|Должность|役割|직책|【角色】",
            ),
            (
                "Organization",
                "公司|公司名称|所在公司|Company|Employer|Arbeitgeber|Entreprise|Empresa|Azienda|Компания|会社名|회사",
            ),
            ("Place", "地点|工作地点|Location|Ort|Lieu|Lugar|Luogo|Miejsce|Город|勤務地|근무지|📍"),
            (
                "School",
                "学校|畢業院校|University|Hochschule|École|Universidad|Università|Uczelnia|ВУЗ|大学名|학교",
            ),
            (
                "Subject",
                "专业|所学专业|Major|Studiengang|Filière|Carrera|Corso di laurea|Kierunek|Специальность|専攻|전공",
            ),
            (
                "Degree",
                "学历|学位|Degree|Abschluss|Diplôme|Título|Titolo di studio|Stopień|Степень|学位：|학위",
            ),
            ("Title", "项目名称|專案名稱|Project|Projekt|Nom du projet|Проект|案件名|프로젝트명"),
        ] {
            for key in keys.split('|') {
                assert_eq!(
                    EntryKey::of_key(key).map(|kind| format!("{kind:?}")).as_deref(),
                    Some(kind),
                    "{key}"
                );
            }
        }
        for key in
            ["工作内容", "技术栈", "职责", "Responsibilities", "Стек", "担当業務", "성과", "项目描述", ""]
        {
            assert_eq!(EntryKey::of_key(key), None, "{key}");
        }
    }
}
