use super::*;

fn of(text: &str) -> &'static str {
    let mut guess = Guess::default();
    for line in text.lines() {
        guess.add(line);
        if let Some(title) = line.strip_prefix("# ") {
            guess.add_title(title);
        }
    }
    guess.language()
}

#[test]
fn letters_tell_the_language() {
    let mut wrong = Vec::new();
    for (lang, text) in [
        ("zh-Hans", "负责 Kubernetes 集群的开发"),
        (
            "zh-Hans",
            "工作经历 示例科技 Spring Boot, Spring Cloud, MyBatis, Redis, Kafka, Elasticsearch, Docker",
        ),
        ("zh-Hant", "負責專案開發與維護"),
        ("zh-Hant", "工作經歷：前端工程師，使用 React 與 TypeScript 開發"),
        ("ja", "フロントエンドの開発を担当"),
        (
            "ja",
            "職務経歴書 基本情報 氏名 学歴 資格 基本情報技術者試験 実務経験 要件定義 基本設計 詳細設計 開発環境",
        ),
        ("ja", "株式会社例示 業務内容 経理業務、売掛金管理、決算業務、税務申告 を担当。"),
        ("ko", "백엔드 개발을 담당"),
        ("ko", "경력사항: (주)예시, Kotlin과 Spring Boot로 결제 API 개발"),
        ("en", "Worked in Beijing (北京) for five years as a software engineer"),
        ("en", ""),
        ("en", "Python, Docker, Kubernetes"),
        ("ru", "Иван Примеров\nРазработчик\nОпыт работы: Python, Django, Docker, Kubernetes, PostgreSQL"),
        ("ru", "Іван Приклад, розробник. Досвід роботи та освіта"),
        ("en", "Ivan Primerov (Иван Примеров)\nWorked at OOO Primer as a developer and led the team of five"),
    ] {
        wrong.extend((of(text) != lang).then(|| format!("{} for {lang}: {text}", of(text))));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_line_in_another_language_does_not_turn_the_text() {
    let english = "# 王小明 Xiaoming Wang\nSoftware Engineer\nPhone: +86 138-0000-0000\nEmail: wang@example.com\nExperience\n\
        Example K.K. | Software Engineer | Tokyo | Apr 2020 – Present\n\
        Localised a game client for 株式会社サンプル and wrote tools in Rust.\n\
        Cut build time by 40% and led a team of four people in two time zones.\n\
        Languages\n中文（母语）, 日本語（ビジネスレベル）, English (fluent)";
    assert_eq!(of(english), "en");
    let chinese = "张三\n工作经历\n示例科技有限公司，前端工程师，负责组件库与页面性能，优化首屏时间。\n语言：日本語能力試験 N1（ビジネスレベル）";
    assert_eq!(of(chinese), "zh-Hans");
    let traditional =
        "張三\n工作經歷\n示例科技，負責前端開發與維護，導入自動化測試。\n語言：日本語（ビジネスレベル）";
    assert_eq!(of(traditional), "zh-Hant");
    let japanese = "試験太郎\n職務経歴\n株式会社サンプル（中国語の資料: 负责开发与维护）にて基幹システムの設計・開発を担当し、運用まで行った。";
    assert_eq!(of(japanese), "ja");
    let scholar = "# 张三\n副教授\n# 教育经历\n# 研究兴趣\n# 发表论文\n\
        Sample, A. (2020). A study of the processing of examples in the language of children. Journal of Examples, 12, 1–20.\n\
        Sample, A. (2019). On the meaning of samples and of their use in the theory of examples. Examples, 4, 5–18.";
    assert_eq!(of(scholar), "zh-Hans");
    let german = "Erika Beispiel\nBerufserfahrung\nExample Inc. – Senior Software Engineer – heute\n\
        Verantwortlich für die Entwicklung der Plattform mit Kubernetes, Docker, Spring Boot und Kafka.";
    assert_eq!(of(german), "de");
}

#[test]
fn short_texts_full_of_product_names_tell_their_language() {
    let mut wrong = Vec::new();
    for (lang, text) in [
        (
            "de",
            "Berufserfahrung\nMuster AG – Köln – 03/2019 – heute\nVerantwortlich für die Weiterentwicklung der Auftragsabwicklung im Unternehmen.",
        ),
        (
            "de",
            "Ausbildung\nStudium der Informatik\nKenntnisse: Java, Spring Boot, Docker\nSprachen: Deutsch (Muttersprache), Englisch",
        ),
        (
            "de",
            "Beruflicher Werdegang\nDevOps Engineer bei Beispiel, seit Mai 2020\nBetrieb von AWS und Kubernetes",
        ),
        (
            "fr",
            "Expérience professionnelle\nDéveloppeur full-stack – React, Node.js, AWS\nConception d'une application de gestion pour les équipes",
        ),
        (
            "fr",
            "Formation\nLicence informatique, Université d'Exemple\nCompétences : Python, Docker\nLangues : anglais courant",
        ),
        (
            "fr",
            "Jean Exemple\nIngénieur logiciel\nCentres d'intérêt\nMise en place de pipelines CI/CD avec GitLab",
        ),
        (
            "es",
            "Experiencia Laboral\nIngeniero - Empresa Uno\nOct 2019 - Dic 2022\nTexto.\nAnalista - Empresa Dos\nTécnico\nActualidad",
        ),
        (
            "es",
            "Educación\nUniversidad de Ejemplo\nHabilidades: JavaScript, React, Node.js\nIdiomas: español e inglés",
        ),
        ("es", "Desarrollo de aplicaciones con Spring Boot y Kafka para el sector bancario"),
        (
            "pt",
            "Experiência Profissional\nDesenvolvedor Backend na Empresa Exemplo, atualmente\nDesenvolvimento de APIs com Java",
        ),
        ("pt", "Formação Acadêmica\nEngenharia de Software\nHabilidades: React, Docker\nIdiomas: inglês"),
        ("pt", "Dados Pessoais\nAtendimento aos clientes e gestão da equipe"),
        (
            "it",
            "Esperienze lavorative\nSviluppatore Java presso Esempio S.r.l.\nProgettazione e sviluppo di applicazioni per la gestione dei clienti",
        ),
        (
            "it",
            "Istruzione e formazione\nLaurea in Informatica, Università degli Studi\nCompetenze: Python, Docker\nLingue: inglese",
        ),
        ("it", "Responsabile delle vendite, gennaio 2020 – oggi"),
        (
            "pl",
            "Doświadczenie zawodowe\nProgramista Java, Przykład Sp. z o.o., obecnie\nRozwój aplikacji w Spring Boot oraz Kafka",
        ),
        ("pl", "Wykształcenie\nPolitechnika Przykładowa\nUmiejętności: Docker, Git\nJęzyki: angielski"),
        ("pl", "Kierownik projektu, odpowiedzialny za wdrożenie systemów dla klientów oraz szkolenia"),
        (
            "nl",
            "Werkervaring\nOntwikkelaar bij Voorbeeld BV, heden\nVerantwoordelijk voor het beheer van de servers",
        ),
        ("nl", "Opleiding\nHogeschool Voorbeeld\nVaardigheden: Python, Docker\nTalen: Nederlands, Engels"),
        (
            "sv",
            "Arbetslivserfarenhet\nSystemutvecklare på Exempel AB, nuvarande\nUtveckling av tjänster för kunder med Java och Spring",
        ),
        ("sv", "Utbildning\nUniversitet\nSpråk: svenska och engelska\nKörkort"),
        ("tr", "İş Deneyimi\nYazılım Mühendisi, halen\nJava ve Spring Boot ile proje geliştirme"),
        ("tr", "Eğitim\nÖrnek Üniversitesi, Bilgisayar Mühendisliği\nDiller: Türkçe, İngilizce"),
        ("vi", "Kinh nghiệm làm việc\nCông ty Ví dụ\nPhát triển API với Java và Spring Boot cho các dự án"),
        ("vi", "Học vấn\nĐại học Mẫu\nKỹ năng: Docker, Git\nTiếng Anh"),
        (
            "id",
            "Pengalaman Kerja\nPengembang di PT Contoh, sekarang\nMembuat sistem dengan Laravel untuk perusahaan",
        ),
        ("id", "Pendidikan\nUniversitas Contoh\nKeahlian: Docker dan Git\nBahasa Inggris"),
    ] {
        wrong.extend((of(text) != lang).then(|| format!("{} for {lang}: {text}", of(text))));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn english_with_names_of_other_languages_stays_english() {
    let mut wrong = Vec::new();
    for text in [
        "María del Carmen Ejemplo\nExperience\nDeveloper at Banco de Ejemplo, Madrid\nBuilt APIs for the mobile team",
        "João da Silva Exemplo\nEducation\nUniversidade de São Paulo\nSkills: Java, Docker",
        "Łukasz Przykładowy\nSoftware Engineer at Przykład Sp. z o.o. in Wrocław\nDesigned services for the web",
        "Jürgen Muster\nWork experience\nMuster AG, München\nLed the development of a platform with Kubernetes",
        "Jean-François Exemple\nResearch\nInstitut d'Exemple, Université de Lyon\nPublications in the journal of examples",
        "Nguyễn Văn Mẫu\nWork Experience\nBackend developer at Example JSC, Hà Nội\nImplemented the payment service",
        "Docker, Kubernetes, Terraform, Ansible, AWS, GCP",
        "Alex Sample\nalex@example.com\nExperience\nEngineer\n2019 – 2021",
    ] {
        wrong.extend((of(text) != "en").then(|| format!("{}: {text}", of(text))));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
