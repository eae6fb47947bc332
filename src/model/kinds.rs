//! The words by which sections and contacts are known.

mod contact;
mod fold;
mod section;

pub use contact::ContactKind;
pub(super) use contact::KeyKind;
pub use section::SectionKind;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_give_kinds() {
        let kinds = SectionKind::of_title;
        assert_eq!(kinds("工作经历及项目经验"), [SectionKind::Work, SectionKind::Projects]);
        assert_eq!(kinds("一、工作 經歷"), [SectionKind::Work]);
        assert_eq!(kinds("💼 Work Experience"), [SectionKind::Work]);
        assert_eq!(kinds("Skills & Interests"), [SectionKind::Skills, SectionKind::Interests]);
        assert_eq!(kinds("職務経歴"), [SectionKind::Work]);
        assert_eq!(kinds("基本情報"), [SectionKind::Personal]);
        assert_eq!(kinds("免許・資格"), [SectionKind::Certificates]);
        assert_eq!(kinds("프로젝트"), [SectionKind::Projects]);
        assert_eq!(kinds("张三"), [SectionKind::Other]);
        assert_eq!(kinds("2. 教育背景"), [SectionKind::Education]);
    }

    #[test]
    fn keys_give_one_kind_or_two() {
        let phone = KeyKind::Contact(ContactKind::Phone);
        let wechat = KeyKind::Contact(ContactKind::Wechat);
        assert_eq!(KeyKind::of_key("联系电话/微信号："), [phone, wechat]);
        assert_eq!(KeyKind::of_key("E-mail"), [KeyKind::Contact(ContactKind::Email)]);
        assert_eq!(KeyKind::of_key("學歷"), [KeyKind::Fact]);
        assert!(KeyKind::of_key("技术专栏").is_empty());
    }

    #[test]
    fn the_words_of_the_tables_are_folded() {
        for word in section::words().chain(contact::words()) {
            assert_eq!(fold::fold(word), word);
        }
    }

    #[test]
    fn urls_give_networks() {
        assert_eq!(ContactKind::of_url("https://gist.github.com/x"), ContactKind::Github);
        assert_eq!(ContactKind::of_url("https://notgithub.com/x"), ContactKind::Website);
        assert_eq!(ContactKind::of_url("mailto:a@b.c"), ContactKind::Email);
    }
}
