//! Names of companies and schools: their identifying part, and their replacement.

/// Words that only give the legal form of a company.
const FORMS: [&str; 20] = [
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "集团公司",
    "集团",
    "公司",
    "株式会社",
    "주식회사",
    "Co., Ltd.",
    "Co. Ltd.",
    "Co., Ltd",
    "Ltd.",
    "Ltd",
    "Limited",
    "Inc.",
    "Inc",
    "LLC",
    "GmbH",
    "plc",
    "Corp.",
];

/// Returns the name of a company without its legal form.
pub(super) fn without_form(name: &str) -> &str {
    let ends = |form: &&&str| name.ends_with(**form) && name.len() > form.len() + 3;
    let form = FORMS.iter().find(ends).map_or(0, |form| form.len());
    name[..name.len() - form].trim_end_matches([' ', ','])
}

/// Returns A, B … Z, AA, AB … for 0, 1 …
pub(super) fn letters(nth: usize) -> String {
    let letter = |nth: usize| char::from(b'A' + (nth % 26) as u8);
    match nth {
        0..=25 => letter(nth).to_string(),
        _ => format!("{}{}", letters(nth / 26 - 1), letter(nth)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_kind_of_company_it_is_does_not_tell_which() {
        for (name, bare) in [
            ("示例科技股份有限公司", "示例科技"),
            ("Example, Inc.", "Example"),
            ("Muster GmbH", "Muster"),
            ("示例大学", "示例大学"),
            ("公司", "公司"),
        ] {
            assert_eq!(without_form(name), bare);
        }
    }

    #[test]
    fn letters_do_not_end_with_the_alphabet() {
        assert_eq!([0, 25, 26, 27, 52].map(letters), ["A", "Z", "AA", "AB", "BA"]);
    }
}
