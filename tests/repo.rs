//! What goes into repositories: the folder of `jianli new --repo`, the action, the hooks, the image.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use assert_cmd::cargo::cargo_bin;
use serde_json::Value;

use crate::cli::TestFolder;
use crate::setup;

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn yaml(text: &str) -> Value {
    serde_saphyr::from_str(text).expect("YAML")
}

/// Returns the values of a key, wherever it is.
fn all<'a>(value: &'a Value, key: &str) -> Vec<&'a Value> {
    let inner: Vec<&Value> = match value {
        Value::Object(map) => map.values().collect(),
        Value::Array(list) => list.iter().collect(),
        _ => Vec::new(),
    };
    value.get(key).into_iter().chain(inner.into_iter().flat_map(|value| all(value, key))).collect()
}

/// Returns the commands of a README: the lines of its blocks of shell.
fn commands(readme: &str) -> Vec<String> {
    let blocks = readme.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.flat_map(str::lines).map(str::to_owned).collect()
}

/// Runs a line in a folder as a shell does, with our program on the path.
fn shell(folder: &Path, line: &str) -> (bool, String) {
    let bin = cargo_bin!("jianli").parent().expect("a folder").to_owned();
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths([bin].into_iter().chain(std::env::split_paths(&rest))).expect("a path");
    let mut shell = setup::command("sh");
    shell.args(["-euc", line]).current_dir(folder).env("PATH", path).stdin(Stdio::null());
    let output = shell.output().expect("it runs");
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Fails unless every action is pinned, and nothing from outside is read as a command.
fn is_safe(workflow: &Value, home: &str) {
    for uses in all(workflow, "uses") {
        let uses = uses.as_str().expect("text");
        let (name, pin) = uses.split_once('@').expect("a pin");
        let commit = pin.len() == 40 && pin.bytes().all(|b| b.is_ascii_hexdigit());
        let ours = name == home && pin == concat!("v", env!("CARGO_PKG_VERSION"));
        assert!(commit || ours, "{uses} is not pinned");
    }
    for run in all(workflow, "run") {
        let run = run.as_str().expect("text");
        assert!(!run.contains("${{"), "put it into env: {run}");
    }
}

fn home() -> &'static str {
    env!("CARGO_PKG_REPOSITORY").trim_start_matches("https://github.com/")
}

#[cfg(unix)]
#[test]
fn the_folder_builds_as_its_readme_and_its_workflows_say() {
    for args in [
        &["new", "--repo", "my cv"][..],
        &["new", "--repo", "my cv", "--lang", "en"],
        &["new", "O'Neil & Söhne", "--repo", "my cv"],
    ] {
        let desk = TestFolder::new();
        desk.run(args).ended(0, &["my cv/resume.pdf", "my cv/resume.md"]);
        let folder = desk.path("my cv");
        let readme = text(&folder.join("README.md"));
        let lines = commands(&readme);
        assert!(lines.len() >= 4, "{readme}");
        let github = yaml(&text(&folder.join(".github/workflows/resume.yml")));
        let steps = github["jobs"]["build"]["steps"].as_array().expect("steps");
        let github = steps.iter().filter_map(|step| step["run"].as_str()).map(str::to_owned);
        let gitlab = yaml(&text(&folder.join(".gitlab-ci.yml")));
        let script = gitlab["build"]["script"].as_array().expect("a script");
        let gitlab = script.iter().map(|line| line.as_str().expect("text").to_owned());
        let lines: Vec<String> = lines.into_iter().chain(github).chain(gitlab).collect();
        let schema = text(&folder.join("layouts/schema.json"));
        fs::remove_file(folder.join("resume.pdf")).expect("built at once");
        for line in lines.iter().filter(|line| line.starts_with("jianli")) {
            let (done, said) = shell(&folder, line);
            assert!(done && !said.contains("warning"), "{line}: {said}");
        }
        assert!(lines.iter().filter(|line| line.starts_with("jianli")).count() == 8, "{lines:?}");
        assert!(folder.join("resume.pdf").exists() && folder.join("compact.pdf").exists());
        assert_eq!(text(&folder.join("layouts/schema.json")), schema, "the README says how it is made");
    }
}

#[test]
fn its_readme_has_the_language_asked_for() {
    for (args, word) in [
        (&["new", "--repo", "a"][..], "本地生成"),
        (&["new", "张三", "--repo", "b"], "张三 的简历"),
        (&["new", "Ana Ruiz", "--repo", "c"], "The résumé of Ana Ruiz"),
        (&["new", "--repo", "d", "--lang", "en"], "On each change"),
        (&["new", "张三", "--repo", "e", "--lang", "ja"], "On each change"),
    ] {
        let desk = TestFolder::new();
        desk.run(args).ended(0, &[]);
        let folder = args.iter().skip_while(|arg| **arg != "--repo").nth(1).expect("a folder");
        let readme = text(&desk.path(folder).join("README.md"));
        assert!(
            readme.contains(word) && !readme.contains("{name}") && !readme.contains("{repository}"),
            "{readme}"
        );
    }
}

#[test]
fn nothing_is_overwritten() {
    let desk = TestFolder::new();
    fs::create_dir_all(desk.path("cv/layouts")).expect("made");
    desk.write("cv/README.md", "mine");
    desk.write("cv/layouts/own.toml", "mine");
    let said = desk.run(&["new", "--repo", "cv"]);
    said.ended(2, &["README.md, layouts/own.toml exist already", "nothing was written"]);
    assert_eq!(fs::read_dir(desk.path("cv")).expect("read").count(), 2);
    assert_eq!(desk.read("cv/README.md"), b"mine");
    fs::create_dir(desk.path("other")).expect("made");
    desk.write("other/notes.txt", "kept");
    desk.run(&["new", "--repo", "other"]).ended(0, &["other/resume.pdf"]);
    desk.run(&["new", "--repo", "other"]).ended(2, &["resume.md", ".gitlab-ci.yml"]);
    desk.run(&["new", "a/b", "--repo", "third"]).ended(2, &["slash"]);
    assert!(!desk.path("third").exists());
}

#[test]
fn its_files_are_what_their_readers_expect() {
    let desk = TestFolder::new();
    desk.run(&["new", "--repo", "cv"]).ended(0, &[]);
    let read = |name: &str| text(&desk.path("cv").join(name));
    let workflow = yaml(&read(".github/workflows/resume.yml"));
    is_safe(&workflow, home());
    assert_eq!(workflow["permissions"], serde_json::json!({ "contents": "read" }));
    let jobs = workflow["jobs"].as_object().expect("jobs");
    assert!(jobs["build"].get("permissions").is_none(), "the build reads");
    assert_eq!(jobs["release"]["permissions"], serde_json::json!({ "contents": "write" }));
    assert!(jobs.values().all(|job| job["timeout-minutes"].is_u64() && job["runs-on"] == "ubuntu-24.04"));
    let gitlab = yaml(&read(".gitlab-ci.yml"));
    assert_eq!(gitlab["variables"]["JIANLI_HOME"], env!("CARGO_PKG_REPOSITORY"));
    let released = text(&setup::path("checksums.txt")).contains(concat!(
        "  jianli-",
        env!("CARGO_PKG_VERSION"),
        "-x86_64-unknown-linux-musl.tar.gz"
    ));
    let install = all(&workflow, "with").into_iter().find(|with| with.get("version").is_some());
    if released {
        assert_eq!(install.expect("pinned")["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(gitlab["variables"]["JIANLI_VERSION"], env!("CARGO_PKG_VERSION"));
    } else {
        // Nothing is asked for that does not exist: no archive, and no version of the action.
        assert!(install.is_none() && gitlab["variables"].get("JIANLI_VERSION").is_none());
        assert_eq!(workflow["env"]["JIANLI_HOME"], env!("CARGO_PKG_REPOSITORY"));
        let stop = "test -n \"$JIANLI_COMMIT\"";
        assert!(read(".github/workflows/resume.yml").contains(stop) && read(".gitlab-ci.yml").contains(stop));
        let readme = read("README.md");
        assert!(readme.contains("JIANLI_COMMIT") && !readme.contains("#source"), "{readme}");
    }
    let images = all(&gitlab, "image");
    assert!(images.iter().all(|image| image.as_str().is_some_and(|image| image.contains(':'))), "{images:?}");
    let settings: Value = serde_json::from_str(&read(".vscode/settings.json")).expect("JSON");
    let schemas = settings["evenBetterToml.schema.associations"].as_object().expect("schemas");
    for schema in schemas.values().map(|schema| schema.as_str().expect("text")) {
        let schema: Value = serde_json::from_str(&read(schema)).expect("JSON");
        assert!(schema["properties"]["extends"].is_object());
    }
    assert!(read("layouts/own.toml").starts_with("#:schema ./schema.json\n"));
    assert!(read(".gitignore").contains("*.pdf") && read(".editorconfig").contains("root = true"));
}

/// Files of this repository that others run or fill in.
#[test]
fn our_own_workflows_and_recipes_are_sound() {
    for name in ["ci", "release"] {
        let workflow = yaml(&text(&setup::path(&format!(".github/workflows/{name}.yml"))));
        is_safe(&workflow, home());
        assert_eq!(workflow["permissions"], serde_json::json!({ "contents": "read" }), "{name}");
        for job in workflow["jobs"].as_object().expect("jobs").values() {
            assert!(job["timeout-minutes"].as_u64().is_some_and(|minutes| minutes <= 60), "{name}");
            // Every script that a step runs is there.
            for run in all(job, "run").into_iter().filter_map(Value::as_str) {
                let scripts = run.split_whitespace().filter(|word| word.starts_with("scripts/"));
                for script in scripts {
                    assert!(setup::path(script).exists(), "{name}: {script}");
                }
            }
        }
    }
    for template in ["wrong", "wish"] {
        let form = yaml(&text(&setup::path(&format!(".github/ISSUE_TEMPLATE/{template}.yml"))));
        assert!(form["name"].is_string() && form["body"].as_array().is_some_and(|body| body.len() >= 2));
    }
    // One place has the owner's name; recipes are filled from it.
    for recipe in ["homebrew/jianli.rb", "aur/PKGBUILD", "scoop/jianli.json", "nix/package.nix"] {
        let recipe = text(&setup::path(&format!("packaging/{recipe}")));
        assert!(!recipe.contains(home()) && recipe.contains("@version@") && recipe.contains("@summary@"));
    }
}

#[test]
fn the_action_and_the_hooks_agree_with_the_program() {
    let action = yaml(&text(&setup::path("action.yml")));
    is_safe(&action, home());
    assert_eq!(action["inputs"]["version"]["default"], env!("CARGO_PKG_VERSION"));
    let archives = concat!(env!("CARGO_PKG_REPOSITORY"), "/releases/download");
    assert_eq!(action["inputs"]["url"]["default"], archives);
    assert_eq!(action["runs"]["using"], "composite");
    let steps = action["runs"]["steps"].as_array().expect("steps");
    assert!(steps.iter().all(|step| step.get("uses").is_some() || step["shell"] == "bash"));
    let hooks = yaml(&text(&setup::path(".pre-commit-hooks.yaml")));
    for hook in hooks.as_array().expect("hooks") {
        let desk = TestFolder::new();
        desk.write(
            "resume.md",
            "# 陈小满\n\n- 邮箱：chen@example.com\n\n## 技能\n\n- 语言：Go\n- 工具：Git\n",
        );
        // pre-commit puts the files behind the entry.
        let (done, said) =
            shell(&desk.path(""), &format!("{} resume.md", hook["entry"].as_str().expect("text")));
        assert!(done, "{}: {said}", hook["id"]);
    }
    let docs = text(&setup::path("docs/automation.md"));
    for word in [
        format!("uses: {}@v{}", home(), env!("CARGO_PKG_VERSION")),
        "jianli-check".to_owned(),
        "jianli-build".to_owned(),
    ] {
        assert!(docs.contains(&word), "{word}");
    }
    assert!(text(&setup::path("Dockerfile")).contains("FROM scratch\n"));
}

#[cfg(unix)]
mod installing {
    use std::os::unix::fs::PermissionsExt;
    use std::process::Output;

    use super::*;

    /// A server of archives in a folder, and a runner.
    struct Runner {
        desk: TestFolder,
        sum: String,
    }

    /// Variables of the environment.
    type Surroundings<'a> = &'a [(&'a str, &'a str)];

    const ARCHIVE: &str = concat!("jianli-", env!("CARGO_PKG_VERSION"), "-x86_64-unknown-linux-musl.tar.gz");

    impl Runner {
        fn new() -> Runner {
            let desk = TestFolder::new();
            let release = desk.path("releases").join(concat!("v", env!("CARGO_PKG_VERSION")));
            fs::create_dir_all(&release).expect("made");
            fs::create_dir_all(desk.path("action")).expect("made");
            desk.write("jianli", "#!/bin/sh\nprintf '[%s]' \"$@\"\n");
            fs::set_permissions(desk.path("jianli"), fs::Permissions::from_mode(0o755)).expect("set");
            let archive = release.join(ARCHIVE);
            let made = setup::command("tar")
                .arg("-czf")
                .arg(&archive)
                .arg("jianli")
                .current_dir(desk.path(""))
                .status();
            assert!(made.expect("tar is there").success());
            let sum = ["sha256sum < \"$0\" || shasum -a 256 < \"$0\""];
            let output = setup::command("sh").arg("-c").args(sum).arg(&archive).output().expect("it runs");
            let sum = String::from_utf8_lossy(&output.stdout)[..64].to_owned();
            Runner { desk, sum }
        }

        fn step(&self, name: &str, env: Surroundings) -> Output {
            let path = |name: &str| self.desk.path(name).display().to_string();
            let mut step = setup::command("bash");
            step.arg(setup::path("scripts/action.sh")).arg(name).stdin(Stdio::null());
            step.envs([
                ("RUNNER_OS", "Linux"),
                ("RUNNER_ARCH", "X64"),
                ("VERSION", env!("CARGO_PKG_VERSION")),
            ]);
            step.env("RUNNER_TEMP", path("temp")).env("GITHUB_ACTION_PATH", path("action"));
            step.env("GITHUB_OUTPUT", path("output")).env("GITHUB_PATH", path("path"));
            step.env("URL", format!("file://{}", path("releases"))).env("ARCHIVE", ARCHIVE);
            step.env("FOLDER", path("folder")).env("SHA256", "").envs(env.iter().copied());
            step.output().expect("bash is there")
        }
    }

    #[test]
    fn an_archive_with_its_checksum_comes_on_the_path() {
        let runner = Runner::new();
        runner.desk.write("action/checksums.txt", &format!("# sums\n{}  {ARCHIVE}\n", runner.sum));
        let plan = runner.step("plan", &[]);
        assert!(plan.status.success(), "{plan:?}");
        let output = String::from_utf8(runner.desk.read("output")).expect("UTF-8");
        assert!(
            output.starts_with(&format!("archive={ARCHIVE}\nsha256={}\nfolder=", runner.sum)),
            "{output}"
        );
        // The second time, from the cache, which nobody has to trust.
        for _ in 0..2 {
            let install = runner.step("install", &[("SHA256", &runner.sum)]);
            assert!(install.status.success(), "{install:?}");
        }
        let bin = String::from_utf8(runner.desk.read("path")).expect("UTF-8");
        let bin = bin.lines().next().expect("a folder");
        let path = format!("{bin}:{}", std::env::var("PATH").expect("a path"));
        let files = "\n  a b.md\n\n  cvs/*.md; $(touch owned)  \n";
        let env = [
            ("PATH", path.as_str()),
            ("COMMAND", "check"),
            ("FILES", files),
            ("ARGS", "--strict  `id`"),
            ("DIAGNOSTICS", "github"),
        ];
        let run = runner.step("run", &env);
        let said = String::from_utf8_lossy(&run.stdout);
        assert_eq!(
            said,
            "[check][--strict][`id`][--diagnostics][github][--][a b.md][cvs/*.md; $(touch owned)]"
        );
        assert!(!runner.step("run", &[env[0], ("COMMAND", "new"), env[2], env[3], env[4]]).status.success());
    }

    #[test]
    fn without_its_checksum_nothing_is_installed() {
        let runner = Runner::new();
        runner.desk.write("action/checksums.txt", "");
        let wrong = "0".repeat(64);
        let refused: [(&str, Surroundings, &str); 6] = [
            ("plan", &[], "no checksum of"),
            ("plan", &[("SHA256", "abc")], "no checksum of"),
            ("plan", &[("VERSION", "1.0;id")], "looks like"),
            ("plan", &[("RUNNER_OS", "Plan9")], "there is no archive"),
            ("install", &[("SHA256", &wrong)], "is not what it should be"),
            ("install", &[("SHA256", &runner.sum), ("URL", "file:///nowhere")], "cannot download"),
        ];
        for (step, env, words) in refused {
            let said = runner.step(step, env);
            assert!(
                !said.status.success() && String::from_utf8_lossy(&said.stdout).contains(words),
                "{said:?}"
            );
            assert!(!runner.desk.path("path").exists() && !runner.desk.path("output").exists());
            assert!(!runner.desk.path("folder/bin").exists());
        }
    }
}
