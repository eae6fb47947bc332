//! What of a job advertisement is in a résumé.

use jianli::coverage::{Ad, Coverage, Weight};
use jianli::model::Date;
use jianli::session::{Request, Session};
use serde_json::Value;

use crate::cli::TestFolder;

const ZH: &str = "# 林墨\n\n后端工程师\n\n- 电话：138-0000-0000\n- 邮箱：lin@example.com\n\n## 工作经历\n\n\
    ### 示例科技 | 后端工程师 | 2020.03 – 至今\n\n- 用 Golang 重写网关，拆成 12 个微服务，部署在 K8s 上\n- 主导压测与代码评审\n\n\
    ### 样例信息 | 开发 | 2018.07 – 2019.02\n\n- 维护 MySQL 与 Redis 集群\n\n## 技能\n\n- 语言：Rust、Go\n- 其他：货代系统、报关单\n";

const EN: &str = "# Mo Lin\n\nData engineer\n\n- lin@example.com\n\n## Experience\n\n### Example Ltd | Data engineer | Mar 2020 – Feb 2023\n\n\
    - Built streaming pipelines on Flink and Kafka\n- Led the migration to Snowflake; mentored two colleagues\n\n## Skills\n\n- SQL, Python, dbt, AcmeFlow\n";

fn coverage(resume: &str, ad: &str) -> Coverage {
    let mut session = Session::new().unwrap();
    let today = Date { year: 2026, month: Some(3), day: Some(1) };
    session.coverage(&Request::new("cv.md", resume), &Ad::read(ad), Some(today)).result.unwrap()
}

/// The words that are covered and those that are not, each with the first letter of its weight.
fn told(resume: &str, ad: &str) -> (String, String) {
    let terms = coverage(resume, ad).terms;
    let of = |covered: bool| {
        let those = terms.iter().filter(|term| term.found.is_empty() != covered);
        let one = |term: &jianli::coverage::Term| format!("{}:{}", &term.weight.name()[..1], term.text);
        those.map(one).collect::<Vec<_>>().join(" ")
    };
    (of(true), of(false))
}

#[test]
fn what_is_asked_for_is_found_however_either_writes_it() {
    for (ad, covered, missing) in [
        ("任职要求：\n熟悉 Kubernetes、Go 与 Kafka", "r:Kubernetes r:Go", "r:Kafka"),
        (
            "后端工程师\n任职要求：\n熟悉容器化，懂 microservices\n有 Flink 经验者优先",
            "t:后端 r:microservices",
            "r:容器化 p:Flink",
        ),
        ("岗位职责：\n负责压力测试与 code review；\n写文档", "d:压力测试 d:code review", "d:文档"),
        ("要求：\n熟悉 C++、C#，不限 C", "", "r:C++ r:C# r:C"),
        ("要求：\n熟悉货代系统与报关单；货代系统优先", "r:货代系统 r:报关单", ""),
        ("要求：\n熟悉 FooBar3 与 ZooDB", "", "r:FooBar3 r:ZooDB"),
        ("要求：\n熟悉冷链运输\n福利：\n冷链运输培训、团建", "", "a:培训"),
        ("要求：\n懂冷链运输\n跑过冷链运输", "", "r:冷链运输"),
        ("職位要求：\n熟悉 MySQL", "r:MySQL", ""),
        ("要求：\n能用ＭＹＳＱＬ", "r:ＭＹＳＱＬ", ""),
    ] {
        let (have, lack) = told(ZH, ad);
        assert_eq!((have.as_str(), lack.as_str()), (covered, missing), "{ad}");
    }
}

#[test]
fn english_advertisements_are_read_by_their_headings() {
    for (ad, covered, missing) in [
        (
            "Data Engineer\n\nRequirements\n- Strong SQL; Scala is a plus\n- Apache Kafka",
            "t:Engineer r:SQL r:Kafka",
            "p:Scala",
        ),
        (
            "What you'll do:\n- Own pipelines in Flink\n\nNice to have:\n- Snowflake, AWS",
            "d:Flink p:Snowflake",
            "p:AWS",
        ),
        ("Qualifications\nWe go fast and we are an R&D team. Know Go.", "", "r:Go"),
        ("Requirements\nExperience with AcmeFlow or OtherFlow", "r:AcmeFlow", "r:OtherFlow"),
        (
            "About us\nWe love Excel.\n\nRequirements\nmentoring and teamwork",
            "",
            "r:mentoring r:teamwork a:Excel",
        ),
        ("Know dbt and Looker well.", "r:dbt", "r:Looker"),
    ] {
        let (have, lack) = told(EN, ad);
        assert_eq!((have.as_str(), lack.as_str()), (covered, missing), "{ad}");
    }
}

#[test]
fn a_word_that_is_covered_says_where() {
    let found = coverage(ZH, "要求：K8s、Go").terms;
    let k8s = &found.iter().find(|term| term.text == "K8s").unwrap().found;
    assert_eq!(
        (k8s.len(), k8s[0].text.as_str(), k8s[0].what, k8s[0].section.as_str()),
        (1, "K8s", "bullet", "工作经历")
    );
    assert_eq!(&ZH[k8s[0].span.range()], "K8s");
    assert_eq!(k8s[0].page, Some((1, 1)));
    let go: Vec<&str> =
        found.iter().find(|term| term.text == "Go").unwrap().found.iter().map(|f| &*f.text).collect();
    assert_eq!(go, ["Golang", "Go"]);
}

#[test]
fn years_are_counted_once_and_until_today() {
    let coverage = coverage(ZH, "要求：\n5 年以上后端开发经验");
    assert_eq!((coverage.years[0].least, coverage.years[0].weight), (5, Weight::Required));
    // March 2020 to March 2026, and July 2018 to February 2019.
    assert_eq!(coverage.worked, 73 + 8);
}

#[test]
fn the_view_that_covers_most_comes_first_and_nothing_leaves_the_text() {
    let desk = TestFolder::new();
    let views = "---\nviews:\n  web: { tags: [web] }\n  data: { tags: [data] }\n---\n";
    let body = "# 林墨\n\n- lin@example.com\n\n## 工作经历\n\n### 示例科技 | 工程师 | 2020.03 – 2022.04\n\n- 用 React 写前端 <!-- tags: web -->\n- 用 Flink 写实时数仓 <!-- tags: data -->\n";
    let text = format!("{views}{body}");
    desk.write("cv.md", &text);
    desk.write("ad.txt", "任职要求：\n熟悉 Flink、数仓、React\n");
    let said = desk.run(&["coverage", "cv.md", "--job", "ad.txt", "--all-views"]);
    said.ended(0, &[]);
    let out = String::from_utf8(said.out).unwrap();
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[0], "cv.md (view data): 2 of 3 terms, 2 of 3 required", "{out}");
    assert_eq!(lines[1], "cv.md (view web): 1 of 3 terms, 1 of 3 required", "{out}");
    assert!(out.contains("  Flink  required     cv.md:15 (工作经历, bullet, page 1 top)\n"), "{out}");
    assert!(out.contains("not in the résumé\n  React  required\n"), "{out}");
    assert_eq!(desk.read("cv.md"), text.as_bytes());
    assert_eq!(desk.files(), ["ad.txt", "cv.md"]);
    let json = desk.run(&["coverage", "cv.md", "--job", "ad.txt", "--all-views", "--json"]);
    let value: Value = serde_json::from_slice(&json.out).unwrap();
    assert_eq!(
        (&value["results"][0]["view"], &value["results"][0]["counts"]["required"]["covered"]),
        (&Value::from("data"), &Value::from(2))
    );
    assert_eq!(value["results"][0]["terms"][0]["found"][0]["place"]["line"], 15);
}

#[test]
fn an_advertisement_may_be_in_any_encoding_and_in_json() {
    let desk = TestFolder::new();
    desk.write("cv.md", ZH);
    let gbk = b"\xc8\xce\xd6\xb0\xd2\xaa\xc7\xf3\xa3\xba\n\xca\xec\xcf\xa4\xce\xa2\xb7\xfe\xce\xf1\xa3\xac\xd3\xd0\xb8\xdf\xb2\xa2\xb7\xa2\xbe\xad\xd1\xe9\n";
    std::fs::write(desk.path("gbk.txt"), gbk).unwrap();
    let said = desk.run(&["coverage", "cv.md", "--job", "gbk.txt"]);
    said.ended(0, &[]);
    assert!(String::from_utf8(said.out).unwrap().contains("微服务"));
    desk.write("job.json", r#"{"title":"Go Engineer","qualifications":["MySQL","Kafka"]}"#);
    let said = desk.run(&["coverage", "cv.md", "--job", "job.json", "--json"]);
    let value: Value = serde_json::from_slice(&said.out).unwrap();
    assert_eq!(value["job"]["title"], "Go Engineer");
    assert_eq!(value["results"][0]["counts"]["required"], serde_json::json!({ "covered": 1, "all": 2 }));
    desk.run(&["coverage", "cv.md", "--job", "none.txt"]).ended(2, &["none.txt"]);
    std::fs::write(desk.path("ad.pdf"), b"%PDF-1.7\n\0\0").unwrap();
    desk.run(&["coverage", "cv.md", "--job", "ad.pdf"]).ended(2, &["ad.pdf"]);
    desk.run(&["coverage", "cv.md"]).ended(2, &["--job"]);
}
