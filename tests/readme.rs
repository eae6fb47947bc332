//! What the README says is so.

use jianli::compile;
use jianli::diag::Sink;

use crate::setup;

#[test]
fn its_first_example_compiles_without_a_word() {
    let readme = std::fs::read_to_string(setup::path("README.md")).unwrap();
    let text = readme.split("```markdown\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let (fonts, mut sink) = (setup::fonts(), Sink::default());
    let layout = setup::layout(setup::LAYOUTS[0], &fonts);
    let source = setup::parse(text, &mut sink);
    let document = compile(&source, &layout, &fonts, &mut sink).unwrap();
    assert_eq!(document.meta.author, "张三");
    assert_eq!(document.pages.len(), 1);
    assert_eq!(sink.into_sorted(), []);
}

#[test]
fn every_file_it_links_to_is_there() {
    let readme = std::fs::read_to_string(setup::path("README.md")).unwrap();
    let targets = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let local = targets.filter(|target| !target.contains("://"));
    let missing: Vec<&str> = local.filter(|target| !setup::path(target).exists()).collect();
    assert_eq!(missing, Vec::<&str>::new());
}
