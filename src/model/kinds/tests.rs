use proptest::prelude::*;

use super::*;

#[test]
fn titles_give_kinds() {
    use SectionKind::{
        Certificates, Education, Interests, Personal, Projects, Publications, Skills, Summary, Work,
    };
    let kinds = SectionKind::of_title;
    for (kind, titles) in [
        (
            Personal,
            "基本情報|个人概况|聯絡資訊|Persönliche Daten|Personalien|Coordonnées|Datos personales|Dados de Contato",
        ),
        (
            Personal,
            "Dati anagrafici|Dane osobowe|Личные данные|Контакты|個人情報|프로필|Persoonsgegevens|Thông tin cá nhân",
        ),
        (
            Summary,
            "自我評價|關於我|About Me|Über mich|À propos|Sobre mí|Chi sono|O mnie|О себе|自己PR|자기소개|Hakkımda",
        ),
        (
            Work,
            "一、工作 經歷|💼 Work Experience|職務経歴|■ 職務経歴|【職務経歴詳細】|1. 工作经验：|工作经历 / Work Experience",
        ),
        (
            Work,
            "Berufserfahrung|Beruflicher Werdegang|Expérience professionnelle|Experiencia Laboral|Esperienze lavorative",
        ),
        (
            Work,
            "Doświadczenie zawodowe|Опыт работы|ОПЫТ РАБОТЫ:|경력사항|Werkervaring|Arbetslivserfarenhet|İş Deneyimi",
        ),
        (
            Work,
            "Kinh nghiệm làm việc|Pengalaman Kerja|Relevant Work Experience|Work Experience (5 years)|Software Development Experience",
        ),
        (Work, "主要工作经历|近期实习经历|互联网工作经历|工作经历概述|IV. Employment History|工 作 经 历"),
        (
            Education,
            "2. 教育背景|【教育背景】|EDUCATION|Education:|教育背景 EDUCATION|Education 教育背景|一 教育背景|1️⃣ 教育经历",
        ),
        (
            Education,
            "Ausbildung|Formation|Formación académica|Formação Acadêmica|Istruzione|Wykształcenie|Образование|学歴|학력",
        ),
        (Education, "Opleiding|Utbildning|Eğitim|Học vấn|Pendidikan|学历 {#degree}|二. 教育情况"),
        (
            Projects,
            "프로젝트|主要项目经历|個人專案|Side Projects|Open-Source Contributions|Projets personnels|Пет-проекты|個人開発",
        ),
        (
            Skills,
            "技能：|专业技能|技能樹|Technical Skills & Tools|Core Competencies|Kenntnisse|Compétences techniques|Навыки",
        ),
        (
            Skills,
            "Habilidades|Competenze|Umiejętności|スキル|기술 스택|Vaardigheden|Beceriler|Kỹ năng|技术栈",
        ),
        (Certificates, "免許・資格|證照與認證|Zertifikate|Сертификаты|자격증"),
        (
            Publications,
            "Selected Publications|Publicaciones seleccionadas|Избранные публикации|代表论文|発表論文",
        ),
        (Interests, "兴趣爱好|Hobbys|Centres d’intérêt|Hobby's|Увлечения|취미"),
    ] {
        let wrong: Vec<&str> = titles.split('|').filter(|title| kinds(title)[0] != kind).collect();
        assert!(wrong.is_empty(), "{kind:?}: {wrong:?}");
    }
    assert_eq!(kinds("工作经历及项目经验"), [Work, Projects]);
    assert_eq!(kinds("项目和实习经历"), [Projects, Work]);
    assert_eq!(kinds("项目实习经历"), [Projects, Work]);
    assert_eq!(kinds("学歴・職歴"), [Education, Work]);
    assert_eq!(kinds("Skills & Interests"), [Skills, Interests]);
    assert_eq!(kinds("Kenntnisse und Hobbys"), [Skills, Interests]);
    assert_eq!(kinds("Education and Work Experience"), [Education, Work]);
    assert_eq!(kinds("Навыки и образование"), [Skills, Education]);
}

#[test]
fn other_texts_are_no_titles() {
    let wrong: Vec<&str> = "张三|项目难点|工作内容|主要职责|主要工作|项目描述|项目介绍|5年工作经验|示例科技有限公司|\
        User Experience|Head of Projects|Alex Sample|3 years of experience|Muster AG|ООО Пример||负责项目经验沉淀与分享的平台|基于项目的学习|Experience Design Lead"
        .split('|')
        .filter(|text| SectionKind::of_title(text) != [SectionKind::Other])
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn exact_titles_are_nothing_else() {
    let wrong: Vec<&str> = "\
        教育背景|工作经历|项目经验|专业技能|自我评价|一、教育背景|【教育背景】|教育背景：|\
        工 作 经 历|Education|Education:|EDUCATION|Work Experience|1. Education|\
        Work Experience (5 years)|Skills & Interests|教育背景 EDUCATION|Education 教育背景|\
        工作经历 / Work Experience|Selected Publications|主要项目经历|Berufserfahrung|\
        Expérience professionnelle|Formación|Esperienze lavorative|Опыт работы:|■ 職務経歴|경력사항|\
        其他信息|Additional Information|获奖经历|Projects|项目|技能"
        .split('|')
        .filter(|title| !SectionKind::is_exact_title(title))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let wrong: Vec<&str> = "\
        技术栈|项目描述|工作内容|主要职责|个人职责|项目难点|主要工作|Technologies|Tech Stack|项目：|\
        Projects:|Key Projects|Achievements:|Технологии|Стек|概要|기술|work experience|5年工作经验|\
        负责前端开发经验|Programming Languages|Alex Sample|张三|Overview|某某行业工作经历|"
        .split('|')
        .filter(|other| SectionKind::is_exact_title(other))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn the_words_of_the_tables_are_folded() {
    for word in titles::words().chain(keys::words()).chain(paper::words()) {
        assert_eq!(fold(word), word);
    }
}

#[test]
fn urls_give_networks() {
    assert_eq!(ContactKind::of_url("https://gist.github.com/x"), ContactKind::Github);
    assert_eq!(ContactKind::of_url("https://notgithub.com/x"), ContactKind::Website);
    assert_eq!(ContactKind::of_url("mailto:a@b.c"), ContactKind::Email);
}

/// Pieces that mean something to a title, a key or a word, in any order.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "张三",
        "的",
        "简历",
        "個人簡歷",
        "应聘",
        "工程师",
        "（",
        "）",
        "(",
        ")",
        "【",
        " - ",
        "-",
        "_",
        "：",
        ": ",
        "|",
        "・",
        "·",
        " ",
        "　",
        "Alex",
        "Sample",
        "'s",
        "’s",
        "CV",
        "Resume",
        "of",
        "Curriculum",
        "vitae",
        "é",
        "e\u{301}",
        "İ",
        "ß",
        "ł",
        "Ａ",
        "☎\u{FE0F}",
        "👨🏽‍💻",
        "一、",
        "1.",
        "IV.",
        "2024",
        "工作经历",
        "主要",
        "概述",
        "Education",
        "及",
        " and ",
        "홍길동",
        "이력서",
        "山田",
        "太郎",
        "Иван",
        "резюме",
        "北京",
        "市",
        "区",
        "TX",
        ", ",
        "70000",
        "大学",
        "Inc.",
        "GmbH",
        "/",
        "«",
        "\u{200B}",
        "\u{1F600}",
        "\0",
        "\n",
    ]);
    prop::collection::vec(
        prop_oneof![4 => pieces.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)],
        0..12,
    )
    .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Any text can be judged, and a title's parts are its bytes.
    #[test]
    fn any_text_is_judged(text in text()) {
        use crate::model::words;
        prop_assert!(!SectionKind::of_title(&text).is_empty());
        let _ = (SectionKind::is_exact_title(&text), KeyKind::of_key(&text), EntryKey::of_key(&text));
        let _ = (words::is_person(&text), words::may_be_person(&text, 1), words::is_place(&text), words::is_job(&text));
        let _ = (words::is_school(&text), words::is_degree(&text), words::is_company(&text));
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
        if let Some(parts) = PaperTitle::of(&text) {
            let mut all: Vec<_> = parts.name.iter().chain(&parts.headline).chain(&parts.paper).cloned().collect();
            all.sort_by_key(|range| range.start);
            prop_assert_eq!(all.into_iter().map(|range| &text[range]).collect::<String>(), text);
        }
    }
}
