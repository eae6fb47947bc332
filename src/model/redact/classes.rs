//! Classes of data that can be taken out.

use std::collections::BTreeSet;

use crate::model::ContactKind;

/// A kind of data about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The person's name.
    Name,
    /// Telephone numbers.
    Phone,
    /// Mail addresses.
    Email,
    /// WeChat, QQ, Line, Telegram and the like.
    Im,
    /// Where the person lives.
    Location,
    /// Sites of the person's own.
    Website,
    /// Pages on networks.
    Profiles,
    /// A picture.
    Photo,
    /// Day of birth.
    Birth,
    /// Age.
    Age,
    /// Gender.
    Gender,
    /// Ethnicity.
    Ethnicity,
    /// Party membership.
    Political,
    /// Marital status, children.
    Marital,
    /// Native place of the family.
    NativePlace,
    /// Nationality.
    Nationality,
    /// Numbers of identity papers.
    IdNumber,
    /// Salary earned or wanted.
    Salary,
    /// Names of schools.
    School,
    /// Names of employers.
    Employer,
}

use Class::{
    Age, Birth, Email, Employer, Ethnicity, Gender, IdNumber, Im, Location, Marital, Name, Nationality,
    NativePlace, Phone, Photo, Political, Profiles, Salary, School, Website,
};

/// Each class with its name, and the keys of its values.
const TABLE: [(&str, Class, &str); 20] = [
    ("name", Name, ""),
    ("phone", Phone, ""),
    ("email", Email, ""),
    ("im", Im, ""),
    ("location", Location, ""),
    ("website", Website, ""),
    ("profiles", Profiles, ""),
    ("photo", Photo, ""),
    (
        "birth",
        Birth,
        "出生日期 出生年月 出生年月日 生日 出生 生年月日 dateofbirth birthday birthdate born dob geburtsdatum 생년월일",
    ),
    ("age", Age, "年龄 年齢 age alter 나이"),
    ("gender", Gender, "性别 性別 gender sex geschlecht 성별"),
    ("ethnicity", Ethnicity, "民族 ethnicity race"),
    ("political", Political, "政治面貌 政治背景"),
    (
        "marital",
        Marital,
        "婚姻状况 婚姻 婚否 婚姻狀況 配偶者 扶養家族数 maritalstatus familienstand children kinder",
    ),
    (
        "native-place",
        NativePlace,
        "籍贯 户籍 户口 户口所在地 籍貫 本籍 出生地 生源地 placeofbirth birthplace geburtsort",
    ),
    ("nationality", Nationality, "国籍 國籍 nationality citizenship staatsangehörigkeit 국적"),
    ("id-number", IdNumber, "身份证 身份证号 身份证号码 护照 护照号 idnumber passport passportno"),
    (
        "school",
        School,
        "毕业院校 毕业学校 院校 学校 畢業院校 學校 出身校 university school college hochschule 출신학교",
    ),
    ("employer", Employer, "现任公司 目前公司 现单位 就职公司 employer company arbeitgeber"),
    ("salary", Salary, "期望薪资 薪资 期望薪酬 目前薪资 期望月薪 薪资要求 希望年収 expectedsalary salary"),
];

/// Returns the classes hidden from a blind reading: all but location, salary, schools and employers.
fn blind() -> impl Iterator<Item = Class> {
    let all = TABLE.iter().map(|(_, class, _)| *class);
    all.filter(|class| !matches!(class, Location | Salary | School | Employer))
}

/// A set of classes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classes(BTreeSet<Class>);

impl Classes {
    /// Returns the classes with these names.
    ///
    /// # Errors
    /// The first unknown name, with the nearest known one.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Classes, (String, &'static str)> {
        let mut classes = BTreeSet::new();
        for name in names {
            let name = name.trim().to_lowercase();
            match name.as_str() {
                "blind" => classes.extend(blind()),
                "blind-strict" => classes.extend(blind().chain([School, Employer])),
                "all-contacts" => classes.extend([Phone, Email, Im, Website, Profiles]),
                "address" => classes.extend([Location]),
                "wechat" | "qq" => classes.extend([Im]),
                _ => match TABLE.iter().find(|(known, ..)| *known == name) {
                    Some((_, class, _)) => classes.extend([*class]),
                    None => {
                        let distance = |(known, ..): &&(&'static str, Class, &str)| {
                            strsim::damerau_levenshtein(known, &name)
                        };
                        let near = TABLE.iter().min_by_key(distance).map_or("name", |(known, ..)| known);
                        return Err((name, near));
                    }
                },
            }
        }
        Ok(Classes(classes))
    }

    /// Returns whether there are no classes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns whether a class is in the set.
    pub fn has(&self, class: Class) -> bool {
        self.0.contains(&class)
    }

    /// Returns whether the class of a kind of contact is.
    pub(super) fn has_contact(&self, kind: ContactKind) -> bool {
        self.has(match kind {
            ContactKind::Phone => Phone,
            ContactKind::Email => Email,
            ContactKind::Website => Website,
            ContactKind::Location => Location,
            ContactKind::Wechat
            | ContactKind::Qq
            | ContactKind::Line
            | ContactKind::Kakao
            | ContactKind::Whatsapp
            | ContactKind::Telegram => Im,
            _ => Profiles,
        })
    }

    /// Returns the class that a key belongs to, if it is in the set.
    pub(super) fn of_key(&self, key: &str) -> Option<Class> {
        let key: String = key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let (.., class, _) =
            TABLE.iter().find(|(.., keys)| keys.split(' ').any(|word| !word.is_empty() && word == key))?;
        self.has(*class).then_some(*class)
    }

    /// Returns whether words without a key are data of these classes: `男`, `28岁`.
    pub(super) fn has_bare(&self, words: &str) -> bool {
        let words = words.trim().to_lowercase();
        let age = words.strip_suffix('岁').or(words.strip_suffix('歳')).or(words.strip_suffix("years old"));
        let is_age = age.is_some_and(|age| age.trim().parse::<u8>().is_ok());
        let is_gender = ["男", "女", "male", "female", "男性", "女性"].contains(&words.as_str());
        let is_political = ["中共党员", "共青团员", "预备党员", "群众"].contains(&words.as_str());
        let is_marital = ["已婚", "未婚", "married", "single"].contains(&words.as_str());
        let is_ethnic = words.chars().count() <= 4 && words.ends_with('族');
        is_age && self.has(Age)
            || is_gender && self.has(Gender)
            || is_political && self.has(Political)
            || is_marital && self.has(Marital)
            || is_ethnic && self.has(Ethnicity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_classes_and_slips_are_told() {
        assert!(Classes::of(["phone", "Wechat"]).unwrap().has(Im));
        assert_eq!(Classes::of(["fone"]), Err(("fone".to_owned(), "phone")));
        let blind = Classes::of(["blind"]).unwrap();
        assert!(blind.has(Name) && !blind.has(Location) && !blind.has(Salary));
        assert!(!blind.has(School) && Classes::of(["blind-strict"]).unwrap().has(Employer));
        assert_eq!(blind.of_key("出生 年月："), Some(Birth));
        assert_eq!(blind.of_key("Date of Birth:"), Some(Birth));
        assert_eq!(blind.of_key("期望薪资："), None);
        assert!(blind.has_bare("28 岁") && blind.has_bare("女") && !blind.has_bare("杭州"));
    }
}
