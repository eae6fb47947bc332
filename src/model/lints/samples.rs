//! Samples in the findings, in the letters and the language of the document: 张三 is of no use in a German one.

use crate::diag::{Message, message};

/// Samples of what to write, shown to the author of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Samples {
    /// A name.
    person: &'static str,
    /// A name with its key.
    named: &'static str,
    /// An address of mail with its key.
    mail: &'static str,
    /// The line of an entry.
    entry: &'static str,
    /// The same among studies.
    study: &'static str,
    /// The title of the jobs.
    work: &'static str,
    /// The title of the studies.
    education: &'static str,
}

const SAMPLES: [(&str, Samples); 12] = [
    (
        "zh",
        Samples {
            person: "张三",
            named: "姓名：张三",
            mail: "邮箱：zhangsan@example.com",
            entry: "公司 | 职位 | 2020.03 – 至今",
            study: "学校 | 专业 | 2016.09 – 2020.06",
            work: "工作经历",
            education: "教育经历",
        },
    ),
    (
        "zh-Hant",
        Samples {
            person: "王小明",
            named: "姓名：王小明",
            mail: "電子郵件：ming@example.com",
            entry: "公司 | 職稱 | 2020.03 – 至今",
            study: "學校 | 科系 | 2016.09 – 2020.06",
            work: "工作經歷",
            education: "學歷",
        },
    ),
    (
        "ja",
        Samples {
            person: "山田 太郎",
            named: "氏名：山田 太郎",
            mail: "メール：taro@example.com",
            entry: "会社名 | 職種 | 2020年3月 – 現在",
            study: "大学名 | 学部 | 2016年4月 – 2020年3月",
            work: "職務経歴",
            education: "学歴",
        },
    ),
    (
        "ko",
        Samples {
            person: "홍길동",
            named: "성명: 홍길동",
            mail: "이메일: hong@example.com",
            entry: "회사 | 직무 | 2020.03 – 현재",
            study: "학교 | 전공 | 2016.03 – 2020.02",
            work: "경력",
            education: "학력",
        },
    ),
    (
        "de",
        Samples {
            person: "Erika Beispiel",
            named: "Name: Erika Beispiel",
            mail: "E-Mail: erika@example.com",
            entry: "Firma | Stelle | 03/2020 – heute",
            study: "Hochschule | Abschluss | 09/2016 – 06/2020",
            work: "Berufserfahrung",
            education: "Ausbildung",
        },
    ),
    (
        "fr",
        Samples {
            person: "Camille Exemple",
            named: "Nom : Camille Exemple",
            mail: "E-mail : camille@example.com",
            entry: "Entreprise | Poste | 03/2020 – aujourd’hui",
            study: "École | Diplôme | 09/2016 – 06/2020",
            work: "Expérience professionnelle",
            education: "Formation",
        },
    ),
    (
        "es",
        Samples {
            person: "Ana Ejemplo",
            named: "Nombre: Ana Ejemplo",
            mail: "Correo: ana@example.com",
            entry: "Empresa | Puesto | 03/2020 – actualidad",
            study: "Universidad | Título | 09/2016 – 06/2020",
            work: "Experiencia",
            education: "Formación",
        },
    ),
    (
        "pt",
        Samples {
            person: "Ana Exemplo",
            named: "Nome: Ana Exemplo",
            mail: "E-mail: ana@example.com",
            entry: "Empresa | Cargo | 03/2020 – atual",
            study: "Universidade | Curso | 09/2016 – 06/2020",
            work: "Experiência profissional",
            education: "Formação acadêmica",
        },
    ),
    (
        "it",
        Samples {
            person: "Anna Esempio",
            named: "Nome: Anna Esempio",
            mail: "Email: anna@example.com",
            entry: "Azienda | Ruolo | 03/2020 – presente",
            study: "Università | Laurea | 09/2016 – 06/2020",
            work: "Esperienza lavorativa",
            education: "Istruzione",
        },
    ),
    (
        "pl",
        Samples {
            person: "Anna Przykładowa",
            named: "Imię i nazwisko: Anna Przykładowa",
            mail: "E-mail: anna@example.com",
            entry: "Firma | Stanowisko | 03/2020 – obecnie",
            study: "Uczelnia | Kierunek | 09/2016 – 06/2020",
            work: "Doświadczenie zawodowe",
            education: "Wykształcenie",
        },
    ),
    (
        "ru",
        Samples {
            person: "Иван Примеров",
            named: "Имя: Иван Примеров",
            mail: "Почта: ivan@example.com",
            entry: "Компания | Должность | 03.2020 – настоящее время",
            study: "Университет | Специальность | 09.2016 – 06.2020",
            work: "Опыт работы",
            education: "Образование",
        },
    ),
    (
        "en",
        Samples {
            person: "Alex Sample",
            named: "Name: Alex Sample",
            mail: "Email: alex@example.com",
            entry: "Firm | Role | Mar 2020 – Present",
            study: "School | Degree | Sep 2016 – Jun 2020",
            work: "Experience",
            education: "Education",
        },
    ),
];

impl Samples {
    /// For a document without a name.
    pub fn name(&self) -> Message {
        let (person, named) = (self.person, self.named);
        message!("begin the file with `# {person}`, or with an item `- {named}`", person, named)
    }

    /// For a document whose name was not recognised.
    pub fn only_name(&self) -> Message {
        message!("write `# ` and the name alone in that line: `# {person}`", person = self.person)
    }

    /// For one without a contact.
    pub fn contact(&self) -> Message {
        message!("put one under the name: `- {mail}`", mail = self.mail)
    }

    /// For a line with dates that became no entry.
    pub fn entry(&self) -> Message {
        message!("write it as a heading: `### {entry}`", entry = self.entry)
    }

    /// The line of an entry.
    pub fn line(&self) -> &'static str {
        self.entry
    }

    /// The same among studies.
    pub fn study(&self) -> Message {
        message!("write it as a heading: `### {entry}`", entry = self.study)
    }

    /// For a line with dates above the first section.
    pub fn above(&self) -> Message {
        message!("put a title above it: `## {work}`", work = self.work)
    }

    /// For the title of a section that has dates.
    pub fn below(&self) -> Message {
        message!("write it with `### ` below a title such as `## {work}`", work = self.work)
    }

    /// For a document without sections.
    pub fn sections(&self) -> Message {
        let (work, education) = (self.work, self.education);
        message!("write titles as headings: `## {work}`, `## {education}`", work, education)
    }
}

/// Returns the samples for a document in a language, by its BCP 47 tag: the English ones for those without their own.
pub(super) fn of(lang: &str) -> Samples {
    let lower = lang.to_ascii_lowercase().replace('_', "-");
    let primary = lower.split('-').next().unwrap_or_default();
    let traditional =
        ["hant", "tw", "hk", "mo"].iter().any(|part| lower.split('-').any(|word| word == *part));
    let tag = match primary {
        "zh" | "yue" if traditional => "zh-Hant",
        "zh" | "yue" => "zh",
        "uk" | "be" => "ru",
        other => other,
    };
    let known = SAMPLES.iter().find(|(known, _)| *known == tag).or(SAMPLES.last());
    known.map_or(SAMPLES[0].1, |(_, samples)| *samples)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_in_the_language_of_the_document() {
        for (lang, person) in [
            ("zh", "张三"),
            ("zh-Hans", "张三"),
            ("zh-TW", "王小明"),
            ("ZH_hant", "王小明"),
            ("ja", "山田 太郎"),
            ("ko-KR", "홍길동"),
            ("de-AT", "Erika Beispiel"),
            ("fr", "Camille Exemple"),
            ("ru", "Иван Примеров"),
            ("en", "Alex Sample"),
            ("", "Alex Sample"),
            ("zhuang", "Alex Sample"),
        ] {
            assert_eq!(of(lang).person, person, "{lang}");
        }
    }
}
