//! Files broken on purpose: what is wrong has to be found, with its line.

use jianli::diag::{Code, Diagnostic, code};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, EncryptionState, EncryptionVersion, Object, ObjectId, Permissions};
use proptest::prelude::*;

use super::Made;

const RESUME: &str = "# 陈小满\n\n后端工程师\n\n- 电话：138-0000-0000\n- 邮箱：chen@example.com\n\n## 工作经历\n\n\
    ### 云杉科技有限公司 | 工程师 | 2020-01 ~ 2023-06\n\n- 独立设计订单系统，缺货订单减少 42%。\n\
    - 目前带四人，把构建时间降到一刻钟以内。\n\n## 技能\n\n熟悉 Rust 与 Kubernetes admission webhooks，写过三个运维工具。\n";

/// A file that can be changed.
struct Broken {
    made: Made,
    file: Document,
}

impl Broken {
    fn new(layout: &str) -> Broken {
        let made = Made::parse(RESUME, layout);
        assert_eq!(made.check(&made.bytes), [], "the file is sound before it is broken");
        let file = Document::load_mem(&made.bytes).unwrap();
        Broken { made, file }
    }

    fn found(&mut self) -> Vec<Diagnostic> {
        let mut bytes = Vec::new();
        self.file.save_to(&mut bytes).unwrap();
        self.made.check(&bytes)
    }

    /// Checks that a code is reported for the line that holds some words.
    fn reports(&mut self, wanted: Code, words: &str) {
        let at = RESUME.find(words).unwrap();
        let line = RESUME[..at].matches('\n').count();
        let found = self.found();
        let hit = found.iter().any(|found| {
            let start = found.primary.map(|span| span.range().start);
            found.code == wanted && start.is_some_and(|start| RESUME[..start].matches('\n').count() == line)
        });
        assert!(hit, "{wanted:?} for {words:?} is not in {found:#?}");
    }

    fn page(&self) -> ObjectId {
        self.file.page_iter().next().unwrap()
    }

    fn operations(&self) -> Vec<Operation> {
        Content::decode(&self.file.get_page_content(self.page())).unwrap().operations
    }

    fn set_operations(&mut self, operations: Vec<Operation>) {
        let id = self.file.get_page_contents(self.page())[0];
        let content = Content { operations }.encode().unwrap();
        self.file.get_object_mut(id).unwrap().as_stream_mut().unwrap().set_plain_content(content);
    }

    /// Changes each `ToUnicode` map.
    fn change_maps(&mut self, change: impl Fn(String) -> String) {
        for object in self.file.objects.values_mut() {
            let Ok(stream) = object.as_stream_mut() else { continue };
            let Ok(Ok(text)) = stream.get_plain_content().map(String::from_utf8) else { continue };
            if text.contains("beginbfrange") {
                stream.set_plain_content(change(text).into_bytes());
            }
        }
    }

    /// Returns where the sequence begins and ends that shows the words, which are of one run.
    fn sequence(&self, words: &str) -> (usize, usize) {
        let operations = self.operations();
        let reading = jianli::readback::read(&self.made.bytes).unwrap();
        let text: Vec<_> = reading.glyphs.iter().map(|glyph| (glyph.owner, glyph.text.clone())).collect();
        let first = words.chars().next().unwrap().to_string();
        let second = words.chars().nth(1).unwrap().to_string();
        let at = text.windows(2).position(|pair| {
            pair[0].1.as_deref() == Some(first.as_str()) && pair[1].1.as_deref() == Some(second.as_str())
        });
        let jianli::readback::Owner::Sequence(mcid) = text[at.unwrap()].0 else {
            panic!("{words} is untagged")
        };
        let begins = |operation: &Operation| {
            let properties = operation.operands.get(1).and_then(|dict| dict.as_dict().ok());
            properties.is_some_and(|dict| dict.get(b"MCID").is_ok_and(|n| n.as_i64().ok() == Some(mcid)))
        };
        let start = operations.iter().position(begins).unwrap();
        let end = start + operations[start..].iter().position(|o| o.operator == "EMC").unwrap();
        (start, end)
    }
}

/// Returns a character as a text of a map.
fn entry(c: char) -> String {
    format!("<{:04X}>", u32::from(c))
}

#[test]
fn a_map_to_another_character_is_found() {
    let mut broken = Broken::new("classic");
    broken.change_maps(|map| map.replace(&entry('目'), &entry('\u{2F6C}')));
    broken.reports(code::TEXT_ALTERED, "目前带四人");
    let found = broken.found();
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].message.contains("U+76EE as U+2F6C"), "{}", found[0].message);
}

#[test]
fn a_code_without_text_is_found() {
    let mut broken = Broken::new("classic");
    broken.change_maps(|map| map.replace(&entry('刻'), "<>"));
    broken.reports(code::TEXT_LOST, "目前带四人");
}

#[test]
fn a_run_that_was_dropped_is_found() {
    let mut broken = Broken::new("classic");
    let (start, end) = broken.sequence("独立设计");
    let mut operations = broken.operations();
    operations.drain(start + 1..end);
    broken.set_operations(operations);
    broken.reports(code::TEXT_LOST, "独立设计");
}

#[test]
fn a_sequence_without_its_marks_is_found() {
    let mut broken = Broken::new("classic");
    let (start, end) = broken.sequence("熟悉");
    let mut operations = broken.operations();
    operations.remove(end);
    operations.remove(start);
    broken.set_operations(operations);
    broken.reports(code::UNTAGGED, "熟悉 Rust");
}

#[test]
fn text_marked_as_an_artifact_is_found() {
    let mut broken = Broken::new("classic");
    let (start, _) = broken.sequence("熟悉");
    let mut operations = broken.operations();
    operations[start] = Operation::new("BMC", vec!["Artifact".into()]);
    broken.set_operations(operations);
    broken.reports(code::UNTAGGED, "熟悉 Rust");
}

#[test]
fn a_sequence_that_no_tag_holds_is_found() {
    let mut broken = Broken::new("classic");
    let ids: Vec<ObjectId> = broken.file.objects.keys().copied().collect();
    let is_heading = |dict: &Dictionary| dict.get(b"S").and_then(Object::as_name).is_ok_and(|s| s == b"H1");
    for id in ids {
        if let Ok(dict) = broken.file.get_dictionary_mut(id)
            && is_heading(dict)
        {
            dict.remove(b"K");
        }
    }
    broken.reports(code::UNTAGGED, "陈小满");
}

#[test]
fn tags_in_another_order_are_found() {
    let mut broken = Broken::new("classic");
    for object in broken.file.objects.values_mut() {
        let Ok(dict) = object.as_dict_mut() else { continue };
        if dict.get(b"S").and_then(Object::as_name).is_ok_and(|s| s == b"L")
            && let Ok(Object::Array(kids)) = dict.get_mut(b"K")
        {
            kids.reverse();
        }
    }
    let found = broken.found();
    assert!(found.iter().any(|found| found.code == code::READ_ORDER), "{found:#?}");
}

#[test]
fn columns_in_another_order_are_found() {
    let mut broken = Broken::new("sidebar");
    let (side, _) = broken.sequence("熟悉");
    let (main, _) = broken.sequence("独立设计");
    assert!(main < side, "the main column is read first");
    let mut operations = broken.operations();
    // From the title of the side column's section on, everything comes first.
    let (title, _) = broken.sequence("技能");
    operations.rotate_left(title);
    broken.set_operations(operations);
    broken.reports(code::READ_ORDER, "熟悉 Rust");
}

#[test]
fn text_at_another_place_is_found() {
    let mut broken = Broken::new("sidebar");
    let mut operations = broken.operations();
    for operation in operations.iter_mut().filter(|operation| operation.operator == "BT") {
        // A shift of everything is what a wrong matrix does.
        operation.operator = "BT\n1 0 0 1 200 0 Tm".to_owned();
    }
    broken.set_operations(operations);
    broken.reports(code::READ_ORDER, "独立设计");
}

#[test]
fn boxes_over_each_other_are_found() {
    let mut broken = Broken::new("classic");
    let mut operations = broken.operations();
    let long = operations.iter_mut().find(|operation| {
        operation.operator == "TJ" && operation.operands[0].as_array().is_ok_and(|array| array.len() > 8)
    });
    let array = long.unwrap().operands[0].as_array_mut().unwrap();
    array.insert(1, Object::from(300));
    broken.set_operations(operations);
    let found = broken.found();
    assert!(found.iter().any(|found| found.code == code::OVERLAPPING), "{found:#?}");
}

#[test]
fn a_blank_inside_a_word_is_found() {
    let mut broken = Broken::new("classic");
    let (start, end) = broken.sequence("独立设计");
    let mut operations = broken.operations();
    for operation in operations[start..end].iter_mut().filter(|operation| operation.operator == "TJ") {
        let Ok(array) = operation.operands[0].as_array_mut() else { continue };
        if let Some(Object::String(codes, format)) =
            array.iter().find(|item| item.as_str().is_ok_and(|s| s.len() >= 8)).cloned()
        {
            let [a, b] = [codes[..4].to_vec(), codes[4..].to_vec()];
            let at = array.iter().position(|item| item.as_str().is_ok_and(|s| s == codes)).unwrap();
            let parts = [Object::String(a, format), Object::Integer(-600), Object::String(b, format)];
            array.splice(at..=at, parts);
        }
    }
    broken.set_operations(operations);
    broken.reports(code::GLUED, "独立设计");
}

#[test]
fn words_without_their_blank_are_found() {
    let mut broken = Broken::new("classic");
    let (start, end) = broken.sequence("熟悉");
    let mut blanks = Vec::new();
    for object in broken.file.objects.values() {
        let Ok(stream) = object.as_stream() else { continue };
        let Ok(Ok(map)) = stream.get_plain_content().map(String::from_utf8) else { continue };
        let blank = |line: &str| {
            let (first, texts) = (line.get(1..5)?, line.split_once('[')?.1);
            let at = texts.split_inclusive('>').position(|text| text == entry(' '))?;
            Some(u16::from_str_radix(first, 16).ok()? + at as u16)
        };
        blanks.extend(map.lines().filter(|_| map.contains("beginbfrange")).filter_map(blank));
    }
    assert!(!blanks.is_empty());
    let mut operations = broken.operations();
    for operation in operations[start..end].iter_mut().filter(|operation| operation.operator == "TJ") {
        let Ok(array) = operation.operands[0].as_array_mut() else { continue };
        for codes in array.iter_mut().filter_map(|item| item.as_str_mut().ok()) {
            let kept =
                codes.chunks(2).filter(|code| !blanks.contains(&u16::from_be_bytes([code[0], code[1]])));
            *codes = kept.flatten().copied().collect();
        }
    }
    broken.set_operations(operations);
    broken.reports(code::GLUED, "熟悉 Rust");
}

#[test]
fn pages_that_lead_to_no_tag_are_found() {
    let mut broken = Broken::new("classic");
    let root = broken.file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    broken.file.get_dictionary_mut(root).unwrap().remove(b"ParentTree");
    broken.reports(code::UNTAGGED, "陈小满");
}

/// Checks that bytes give one clean error, and nothing else.
fn refused(made: &Made, bytes: &[u8], why: &str) {
    let found = made.check(bytes);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].code == code::UNREADABLE && found[0].message.contains(why), "{found:?}");
}

#[test]
fn what_is_no_pdf_is_refused() {
    let made = Made::parse(RESUME, "classic");
    refused(&made, b"", "not a sound PDF");
    refused(&made, b"%PDF-1.7\n%%EOF\n", "not a sound PDF");
    refused(&made, &made.bytes[..made.bytes.len() / 2], "not a sound PDF");
    refused(&made, &[0xAB; 4096], "not a sound PDF");
}

#[test]
fn an_encrypted_file_is_refused() {
    let mut broken = Broken::new("classic");
    let version = EncryptionVersion::V2 {
        document: &broken.file,
        owner_password: "owner",
        user_password: "",
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    broken.file.encrypt(&state).unwrap();
    let mut bytes = Vec::new();
    broken.file.save_to(&mut bytes).unwrap();
    refused(&broken.made, &bytes, "encrypted");
}

#[test]
fn damaged_bytes_never_bring_it_down() {
    let made = Made::parse(RESUME, "sidebar");
    let length = made.bytes.len();
    let damage = prop::collection::vec((0..length, any::<u8>()), 1..40);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(48));
    let run = runner.run(&(damage, 0..length), |(damage, cut)| {
        let mut bytes = made.bytes.clone();
        for (at, byte) in damage {
            bytes[at] = byte;
        }
        made.check(&bytes);
        bytes.truncate(cut);
        made.check(&bytes);
        Ok(())
    });
    run.unwrap();
}
