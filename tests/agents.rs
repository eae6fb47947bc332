//! What agents and editors are told: each command is one that there is, and the résumé that they start from has no finding.

use std::collections::BTreeSet;

use crate::cli::TestFolder;
use crate::setup;

const TEXTS: [&str; 2] = ["docs/llms.txt", "docs/skills/jianli/SKILL.md"];

fn text(name: &str) -> String {
    std::fs::read_to_string(setup::path(name)).expect(name)
}

/// Returns the commands that a text names, between single backticks.
fn commands(text: &str) -> Vec<&str> {
    let code = text.split('`').skip(1).step_by(2);
    code.filter(|code| code.starts_with("jianli ") && !code.contains('\n')).collect()
}

#[test]
fn the_commands_that_they_name_are_there() {
    let desk = TestFolder::new();
    let help = |words: &[&str]| {
        let said = desk.run(words);
        assert_eq!(said.status, Some(0), "{words:?}: {said:?}");
        String::from_utf8(said.out).expect("UTF-8")
    };
    let all = help(&["--help"]);
    let mut seen = 0;
    for name in TEXTS {
        for command in commands(&text(name)) {
            let words: Vec<&str> = command.split_whitespace().skip(1).collect();
            let sub = words[0];
            let shown = match sub.ends_with(".md") {
                true => all.clone(),
                false => {
                    assert!(all.contains(&format!("\n  {sub}")), "{name}: {command}");
                    help(&["help", sub])
                }
            };
            for flag in words.iter().filter(|word| word.starts_with('-')) {
                let known = [format!("{flag} "), format!("{flag},"), format!("{flag}\n"), format!("{flag}[")];
                assert!(known.iter().any(|flag| shown.contains(flag)), "{name}: {command}: {flag}");
            }
            seen += 1;
        }
    }
    assert!(seen > 15, "{seen}");
}

#[test]
fn the_files_that_they_name_are_there() {
    for name in TEXTS {
        let text = text(name);
        let folder = setup::path(name).parent().expect("a folder").to_owned();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            assert!(folder.join(link).exists(), "{name}: {link}");
        }
    }
}

#[test]
fn the_resume_of_the_skill_has_no_finding_and_fits_a_page() {
    let skill = text(TEXTS[1]);
    let resume =
        skill.split("```markdown\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a résumé");
    let desk = TestFolder::new();
    desk.write("alex.md", resume);
    desk.run(&["check", "alex.md", "--strict"]).ended(0, &["alex.md  1 page  no problems"]);
    let explained = String::from_utf8(desk.run(&["explain", "alex.md"]).out).expect("UTF-8");
    let doubtful: BTreeSet<&str> = explained.lines().filter(|line| line.contains("  ? ")).collect();
    assert!(doubtful.is_empty(), "{doubtful:?}");
}

#[test]
fn the_extension_has_the_version_of_the_program() {
    let manifest: serde_json::Value =
        serde_json::from_str(&text("packaging/vscode/package.json")).expect("JSON");
    assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
    assert!(text("docs/editors.md").contains(&format!("jianli-{}.vsix", env!("CARGO_PKG_VERSION"))));
}
