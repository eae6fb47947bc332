//! The usefulness of an image's alternative text when the image is absent.

use crate::source::pictures;

/// Words that only say that there is a photo.
const PHOTOS: [&str; 12] = [
    "照片",
    "头像",
    "頭像",
    "相片",
    "证件照",
    "證件照",
    "大头照",
    "大頭照",
    "自拍",
    "写真",
    "사진",
    "프로필",
];
const LATIN_PHOTOS: [&str; 14] = [
    "photo",
    "photograph",
    "avatar",
    "portrait",
    "headshot",
    "selfie",
    "foto",
    "фото",
    "profilephoto",
    "profilepic",
    "mugshot",
    "fotografie",
    "retrato",
    "фотография",
];
/// Words that only say that there is a picture.
const GENERIC: [&str; 35] = [
    "image",
    "img",
    "picture",
    "pic",
    "logo",
    "qr",
    "qrcode",
    "二维码",
    "校徽",
    "icon",
    "alt",
    "alt text",
    "image alt",
    "me",
    "myself",
    "profile",
    "screenshot",
    "图",
    "图片",
    "图像",
    "插图",
    "截图",
    "图标",
    "我",
    "本人",
    "我自己",
    "徽标",
    "...",
    "图片描述",
    "在这里插入图片描述",
    "image description",
    "description of image",
    "alternative text",
    "описание изображения",
    "descripción de la imagen",
];

/// Placeholders that editors and templates put in place of the words for a picture.
const PLACEHOLDERS: [&str; 6] = [
    "图片描述",
    "在这里插入图片描述",
    "image description",
    "alternative text",
    "описание изображения",
    "descripción de la imagen",
];

/// Words that export programs write for any picture.
const NOTHING: [&str; 9] = ["img", "image", "images", "picture", "pic", "图片", "图像", "图", "image alt"];

/// Returns whether a text is more than the name of a file or the word for a photo.
pub fn is_word(alt: &str) -> bool {
    let lower = alt.to_lowercase();
    let photo = PHOTOS.iter().any(|word| lower.contains(word)) && lower.chars().count() <= 10;
    let latin = || lower.split(|c: char| !c.is_alphanumeric()).any(|word| LATIN_PHOTOS.contains(&word));
    !alt.trim().is_empty()
        && !photo
        && !latin()
        && !pictures::is_file(alt)
        && !is_generated(&lower)
        && !PLACEHOLDERS.contains(&lower.trim())
        && !NOTHING.contains(&lower.trim().trim_end_matches(|c: char| c.is_ascii_digit()))
}

/// Returns whether the text of a lone picture describes it.
pub fn is_caption(alt: &str, src: &str) -> bool {
    let file = src.split(['?', '#']).next().unwrap_or_default();
    let file = file.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
    is_word(alt) && !is_generic(alt) && alt.trim().to_lowercase() != stem
}

/// Returns whether a text only says that there is a picture: `image8`.
pub fn is_generic(alt: &str) -> bool {
    let lower = alt.trim().to_lowercase();
    let plain = lower.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_' | ' '));
    GENERIC.contains(&plain) || GENERIC.contains(&lower.as_str())
}

/// Returns whether a program generated the name: `image-20230311141349209`, `微信图片_2023…`, `Screenshot 2024-…`.
fn is_generated(lower: &str) -> bool {
    let digits = lower.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0);
    let screen = ["screenshot ", "截屏", "屏幕截图", "屏幕快照", "螢幕截圖"];
    (digits >= 6 && (!lower.contains(' ') || lower.starts_with("image-")))
        || screen.iter().any(|word| lower.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_badges_are_kept_and_those_of_photos_are_not() {
        for word in ["Go", "C++", "icon", "Photoshop", "系统架构图", "Build Status", "codewar", "CKA 证书"]
        {
            assert!(is_word(word), "{word}");
        }
        for word in [
            "",
            "照片",
            "个人照片",
            "头像",
            "Photo",
            "Portrait of Alex Sample",
            "my photo",
            "me.png",
            "IMG_20230101",
            "image-20230311141349209",
            "微信图片_20230527003524",
            "Screenshot 2024-01-02 at 10.11.12",
        ] {
            assert!(!is_word(word), "{word}");
        }
    }

    #[test]
    fn a_caption_says_more_than_the_file() {
        for (alt, src) in [("系统架构图", "a.png"), ("Dashboard", "https://example.com/x.png")] {
            assert!(is_caption(alt, src), "{alt}");
        }
        for (alt, src) in [
            ("yaozhui", "https://example.com/yaozhui.gif"),
            ("image8", "m.png"),
            ("Logo", "a.png"),
            ("图片", "b.png"),
        ] {
            assert!(!is_caption(alt, src), "{alt}");
        }
    }
}
