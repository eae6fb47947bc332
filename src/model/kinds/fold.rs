//! One form for the words of the tables: lower case, no blanks, no accents, simplified characters.

use super::simplified::simplified;

/// Brings a word to the form of the tables: lower case, no blanks, no accents, simplified characters.
///
/// Then `E-mail`, `é-mail` and `Ｅｍａｉｌ` are one word, and so are 學歷, 学歴 and 学 历. Whether an accent is
/// part of a letter or a mark after it (NFD) makes no difference.
pub(in crate::model) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().map(half_width).filter(|c| !is_dropped(*c)) {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
            continue;
        }
        // An ideograph has neither case nor accent, and most texts hold little else.
        if ('\u{4E00}'..='\u{9FFF}').contains(&c) {
            folded.push(simplified(c));
            continue;
        }
        // A lower-case letter may have a mark of its own: İ.
        for c in c.to_lowercase().filter(|c| !is_dropped(*c)) {
            match plain(c) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(c),
            }
        }
    }
    folded
}

/// Returns full-width forms of ASCII, which many input methods produce, as ASCII.
fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Returns whether a character is dropped: blanks, optional marks, and modifiers of the character before.
fn is_dropped(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            ':' | '-' | '‐' | '‑' | '・' | '·' | '.' | '*' | '\'' | '’' | '‘' | '`' | '´'
            | '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}'
            | '\u{FE0E}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
}

/// Returns a letter without its accent, if it has one; `c` is in lower case.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ǐ' | 'ỉ' | 'ị' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ǒ' | 'ọ'..='ợ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ǔ' | 'ụ'..='ự' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ'..='ỹ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'й' => "и",
        'ё' => "е",
        'ї' => "і",
        'ў' => "у",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_in_all_its_spellings() {
        for (written, folded) in [
            ("E-mail", "email"),
            ("É-Mail", "email"),
            ("e\u{301}tat civil", "etatcivil"),
            ("Ｅｍａｉｌ：", "email"),
            ("Berufserfahrung", "berufserfahrung"),
            ("PERSÖNLICHE DATEN", "personlichedaten"),
            ("Außeruniversitär", "ausseruniversitar"),
            ("Formação", "formacao"),
            ("Umiejętności", "umiejetnosci"),
            ("ŻYCIORYS", "zyciorys"),
            ("İŞ DENEYİMİ", "isdeneyimi"),
            ("Kỹ năng mềm", "kynangmem"),
            ("Điện thoại", "dienthoai"),
            ("Обо Мне", "обомне"),
            ("Учёба", "учеба"),
            ("Ф.И.О.", "фио"),
            ("Centres d’intérêt", "centresdinteret"),
            ("Hobby's", "hobbys"),
            ("姓　名", "姓名"),
            ("邮    箱\t", "邮箱"),
            ("學歷", "学历"),
            ("学歴", "学历"),
            ("職務経歴", "职务经历"),
            ("☎\u{FE0F}", "☎"),
            ("👨🏽‍💻", "👨💻"),
            ("자기 소개", "자기소개"),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }
}
