use super::*;

#[test]
fn names_have_the_shape_of_one() {
    let wrong: Vec<&str> = "\
        张三|李四|王小明|欧阳小明|諸葛明|張 三|刘　彤|张三（男）|张三(28岁)|劉小明|阿依古丽·买买提江|\
        司马南|程小东|方小文|高小远|项小东|王小明 Xiaoming Wang|Xiaoming Wang (王小明)|\
        王小明（Xiaoming Wang）|张三 Sam|Sam Zhang 张三|張小明 ( Siu Ming CHEUNG )|Alex Sample|\
        ALEX SAMPLE|Alex M. Sample|J. R. Sample|Alex van der Sample|João da Silva Exemplo|\
        María del Carmen Ejemplo|Jean-Pierre Exemple|Siobhán O'Sample|Alex d'Exemple|\
        Alex Sample, PhD|Alex Sample Jr.|Dr. Erika Beispiel|Prof. Dr. Max Beispiel|\
        Alex Sample (they/them)|Ji-woo Kim|Łukasz Przykładowy|Nguyễn Văn Mẫu|Ayşe Örnek|Åsa Exempel|\
        Tim Cook|Alex Baker|April Sample|Ruby Exemple|Kanye West|Mark Sample|Иван Примеров|\
        ИВАН ПРИМЕРОВ|Иван Иванович Примеров|Анна-Мария Примерова|Примеров Иван|И. И. Примеров|\
        山田 太郎|山田太郎|山田 太郎（やまだ たろう）|佐々木花子|試験太郎|高橋 さくら|林 花子|홍길동|\
        홍 길동|홍예시|김민수|남궁민수|홍길동 (Gildong Hong)|지민정 Ji Minjeong"
        .split('|')
        .filter(|name| !is_person(name))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn other_things_are_no_names() {
    let wrong: Vec<&str> = "\
        高级|方案|成都|程序员|计算机|应届生|管培生|前端工程师|示例科技有限公司|示例大学|项目经历|\
        工作经历|求职意向|关于我|基本信息|简历|金融|平台|武汉|宁波|连云港|全栈开发|产品经理|\
        后端 开发|计划书|张三的个人简历|李四：男|安卓端|万达广场|华为|项目组|明细表|张三（示例项目）|颜色|公司信息|\
        Software Engineer|Work Experience|Machine Learning|Spring Boot|Visual Studio Code|Acme Inc|\
        Sample Technologies|New York|San Francisco|Example University|Google Cloud|HTML CSS|AWS GCP|\
        Curriculum Vitae|Data Science|English French|Alex|alex sample|About Me|Key Skills|\
        Persönliche Daten|Formación Académica|Опыт работы|Ключевые навыки|Инженер Программист|\
        ООО Пример|Обо Мне|Berufserfahrung Und Ausbildung|職務経歴書|東京都|石川県|株式会社山田|\
        自己PR|이력서|연락처|개발자|자기소개|주식회사 예시|프로젝트|경력사항|Alex Sample 2020|\
        Master Of Science|The Quick Fox|Alex and Sam|Senior Backend Developer"
        .split('|')
        .filter(|other| is_person(other))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn what_must_be_a_name_may_be_an_unknown_one() {
    let wrong: Vec<&str> = "\
        示例|试例|Alex|Иван|예시"
        .split('|')
        .filter(|name| !may_be_person(name, 1))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let wrong: Vec<&str> = "\
        前端|工程师|示例科技|Builder 2|resume|北京|Java开发|算法|"
        .split('|')
        .filter(|other| may_be_person(other, 1))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}
