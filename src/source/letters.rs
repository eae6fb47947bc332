//! The keys of a letter in its front matter.

use super::Value;
use crate::diag::Span;

/// A key that only a letter has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterKey {
    /// The declaration that it is one.
    Kind,
    /// The sender.
    Sender,
    /// The recipient.
    To,
    /// The place.
    Place,
    /// The date.
    Date,
    /// The subject.
    Subject,
    /// A picture of the signature.
    Signature,
    /// The enclosures.
    Enclosures,
}

/// Each key with its words, folded.
const KEYS: [(LetterKey, &str); 8] = [
    (LetterKey::Kind, "kind"),
    (LetterKey::Sender, "sender from 寄信人 寄件人 寄件者 发件人 发信人 寄信者 求职者 absender 差出人 발신"),
    (LetterKey::To, "to recipient 收信人 收件人 收信者 收件者 empfänger an 宛先 受信者 수신"),
    (LetterKey::Place, "place 地点 ort 場所 장소"),
    (LetterKey::Date, "date 日期 datum 日付 날짜"),
    (LetterKey::Subject, "subject 主题 主題 标题 betreff 件名 제목"),
    (LetterKey::Signature, "signature 签名 簽名 unterschrift 署名 서명"),
    (LetterKey::Enclosures, "enclosures enclosure attachments 附件 anlagen anlage 同封 붙임 첨부"),
];

/// Returns the meaning of a normalised key in a letter.
pub fn meaning(key: &str) -> Option<LetterKey> {
    KEYS.iter().find(|(_, words)| words.split(' ').any(|word| word == key)).map(|(meaning, _)| *meaning)
}

/// The parts of a letter outside its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrontLetter {
    /// The place of the declaration that it is a letter.
    pub span: Span,
    /// The résumé of the sender: a file next to the letter or below.
    pub sender: Option<Value>,
    /// The recipient, line by line.
    pub to: Vec<Value>,
    /// Where it is written.
    pub place: Option<Value>,
    /// The date: as it is to be printed, or in ISO 8601 (`2026-11-28`), which is printed in the form of the
    /// language.
    pub date: Option<Value>,
    /// The subject.
    pub subject: Option<Value>,
    /// A picture of the signature.
    pub signature: Option<Value>,
    /// The enclosures.
    pub enclosures: Vec<Value>,
}

impl FrontLetter {
    /// Returns every text in it.
    fn values(&self) -> impl Iterator<Item = &Value> {
        let FrontLetter { to, place, date, subject, enclosures, .. } = self;
        to.iter().chain(place).chain(date).chain(subject).chain(enclosures)
    }

    /// Returns whether a variable occurs in it: `{company}`.
    pub fn has(&self, name: &str) -> bool {
        self.values().any(|value| value.text.contains(&placeholder(name)))
    }

    /// Replaces variables by their values. The first value of a name counts.
    pub fn fill(&mut self, vars: &[(Value, Value)]) {
        let FrontLetter { to, place, date, subject, enclosures, .. } = self;
        let values = to.iter_mut().chain(place).chain(date).chain(subject).chain(enclosures);
        for value in values {
            for (name, with) in vars {
                value.text = value.text.replace(&placeholder(&name.text), &with.text);
            }
        }
    }
}

fn placeholder(name: &str) -> String {
    format!("{{{name}}}")
}
