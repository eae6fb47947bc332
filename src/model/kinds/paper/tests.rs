use super::*;
use crate::model::kinds::SectionKind;

fn shown(title: &str) -> String {
    let Some(parts) = PaperTitle::of(title) else { return "-".to_owned() };
    let mut all: Vec<_> = parts.name.iter().chain(&parts.headline).chain(&parts.paper).cloned().collect();
    all.sort_by_key(|range| range.start);
    let whole: String = all.into_iter().map(|range| &title[range]).collect();
    assert_eq!(whole, title, "each byte is in one part");
    let text = |range: &Option<Range<usize>>| range.clone().map_or("", |range| &title[range]).to_owned();
    format!("{}|{}", text(&parts.name), text(&parts.headline))
}

#[test]
fn a_title_may_name_the_person_and_the_post() {
    let mut wrong = Vec::new();
    for (title, want) in [
        ("张三的个人简历", "张三|"),
        ("张三个人简历-测试开发", "张三|测试开发"),
        ("张三 - 前端工程师 - 简历", "张三|前端工程师"),
        ("张三 简历", "张三|"),
        ("張三簡歷", "張三|"),
        ("欧阳小明的中文简历", "欧阳小明|"),
        ("简历｜张三", "张三|"),
        ("简历 | 王小明 | 产品经理", "王小明|产品经理"),
        ("个人简历：张三", "张三|"),
        ("个人简历（张三）", "张三|"),
        ("【个人简历】李四 Java开发工程师", "李四|Java开发工程师"),
        ("应聘前端工程师-张三", "张三|前端工程师"),
        ("应聘岗位：会计 - 李小红", "李小红|会计"),
        ("求职-销售经理-赵六", "赵六|销售经理"),
        ("张三_Java开发_3年经验", "张三|Java开发_3年经验"),
        ("李四-测试工程师-5年", "李四|测试工程师-5年"),
        ("张三（前端开发）的简历", "张三|前端开发"),
        ("简历 - 李四（后端，三年经验）", "李四|后端，三年经验"),
        ("王小明（男）简历", "王小明（男）|"),
        ("前端工程师简历", "|前端工程师"),
        ("张三的简历（2024版）", "张三|"),
        ("📄 张三的简历", "张三|"),
        ("Alex Sample's Personal Resume", "Alex Sample|"),
        ("Alex's CV", "Alex|"),
        ("Andreas’ Lebenslauf", "Andreas|"),
        ("Resume of Alex Sample", "Alex Sample|"),
        ("Alex Sample – Resume", "Alex Sample|"),
        ("Alex Sample - Engineer - Resume", "Alex Sample|Engineer"),
        ("Alex Sample, Software Engineer - CV", "Alex Sample|Software Engineer"),
        ("CV: Alex Sample", "Alex Sample|"),
        ("CV Alex Sample", "Alex Sample|"),
        ("Alex Sample Curriculum Vitae 2024", "Alex Sample|"),
        ("Alex Sample, PhD — Curriculum Vitae", "Alex Sample, PhD|"),
        ("Alex O'Sample-Doe | CV | Backend Developer", "Alex O'Sample-Doe|Backend Developer"),
        ("Lebenslauf von Erika Beispiel", "Erika Beispiel|"),
        ("Lebenslauf Erika Beispiel", "Erika Beispiel|"),
        ("CV de Jean Exemple", "Jean Exemple|"),
        ("Currículo – João da Silva Exemplo", "João da Silva Exemplo|"),
        ("Hoja de vida de Juan Ejemplo", "Juan Ejemplo|"),
        ("Curriculum vitae di Mario Esempio", "Mario Esempio|"),
        ("Jan Przykład – Życiorys", "Jan Przykład|"),
        ("Резюме Ивана Примерова", "Ивана Примерова|"),
        ("Резюме - Иван Примеров - Разработчик", "Иван Примеров|Разработчик"),
        ("職務経歴書 試験太郎", "試験太郎|"),
        ("職務経歴書（山田 太郎）", "山田 太郎|"),
        ("履歴書：山田太郎", "山田太郎|"),
        ("홍예시 이력서", "홍예시|"),
        ("이력서 - 홍길동", "홍길동|"),
    ] {
        let got = shown(title);
        wrong.extend((got != want).then(|| format!("{title}: {got}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_paper_alone() {
    let wrong: Vec<&str> = "\
        简历|个人简历|求职简历|中文简历|簡體中文簡歷|履历表|個人履歷|个 人 简 历|简历（中文版）|\
        个人简历 2024|【简历】|Resume|Résumé|RESUME|CV|C.V.|Curriculum Vitae|My Resume|Resume/CV|\
        Personal Resume|Resume 2024|CV - English|Resume v1.2|Lebenslauf|Tabellarischer Lebenslauf|\
        Hoja de vida|Currículo|Currículum|Curriculum vitae et studiorum|Życiorys|Резюме|履歴書|\
        職務経歴書|業務経歴書|職務経歴書（2024年1月）|이력서|자기소개서|경력기술서|Özgeçmiş|\
        Daftar Riwayat Hidup|Sơ yếu lý lịch|# 简历|📄 Resume"
        .split('|')
        .filter(|title| !SectionKind::is_title_of_paper(title))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn other_titles_are_no_paper() {
    for title in [
        "张三",
        "张三 - 前端工程师",
        "Alex Sample",
        "简历制作工具",
        "智能简历系统",
        "Resume Builder",
        "CV Parser",
        "CV算法工程师",
        "工作履历",
        "Alex Sample - Engineer",
        "教育背景",
        "Jean-Pierre Exemple",
        "前端-后端-测试",
        "Machine_Learning_Engineer",
        "应聘前端工程师",
        "求职意向",
        "",
        "面试题库",
        "项目-简历解析服务",
    ] {
        assert_eq!(shown(title), "-", "{title}");
        assert!(!SectionKind::is_title_of_paper(title), "{title}");
    }
}
