//! Advice about an image that cannot be used.

use super::path;
use crate::diag::{Message, message};
use crate::source::load::{Beside, Unusable, is_below};
use crate::source::pictures;

/// The most characters of a name that are shown.
const SHOWN: usize = 80;

/// Returns a name as it is shown.
pub fn shown(name: &str) -> String {
    let mut shown: String = name.chars().take(SHOWN).collect();
    if shown.len() < name.len() {
        shown.push('…');
    }
    shown
}

/// Returns whether a name refers to another machine.
pub fn is_remote(name: &str) -> bool {
    let name = name.trim();
    let scheme = name.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let scheme = scheme.filter(|scheme| {
        scheme.len() > 1 && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    });
    name.starts_with("//") || scheme.is_some_and(|scheme| scheme != "file")
}

/// Returns the advice.
pub fn hint(name: &str, why: &Unusable, beside: Option<Beside<'_>>) -> Message {
    let put = "put a PNG, JPEG, WebP or SVG beside the Markdown file and refer to it by its file name";
    // A remote image may be next to the text under its own name, or not at all.
    let slips = *why != Unusable::Remote;
    let near = match why {
        Unusable::Missing | Unusable::Outside | Unusable::Remote => {
            beside.and_then(|beside| nearest(name, beside, slips))
        }
        _ => None,
    };
    if let Some(near) = near {
        return message!("did you mean `{near}`?", near);
    }
    let called = file(name).map(|file| message!(": `{file}`", file = shown(&file))).unwrap_or_default();
    match why {
        Unusable::Remote => {
            message!(
                "download it, put it beside the Markdown file and refer to it by its file name{called}",
                called
            )
        }
        Unusable::Outside | Unusable::LeadsOut => {
            message!("copy it beside the Markdown file and refer to it by its file name{called}", called)
        }
        Unusable::NoFolder => "give the name of the Markdown file instead of `-`".into(),
        Unusable::Unprintable(_) => "save it as PNG, JPEG, WebP or as an SVG of plain shapes".into(),
        Unusable::Broken(_) => {
            "copy the whole picture again, or save it as a file beside the Markdown file and refer to that"
                .into()
        }
        Unusable::Missing | Unusable::Nameless | Unusable::Unreadable(_) => put.into(),
    }
}

/// Returns the name of a file without folders, hosts and query; `None` if it does not look like a file name.
fn file(name: &str) -> Option<String> {
    let plain = path::candidates(name).pop()?;
    let file = plain.split(['?', '#']).next().unwrap_or_default();
    let file = file.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    pictures::is_file(file).then(|| file.to_owned())
}

/// Returns the image with the nearest name, in the folder that the name points to or that of the source.
fn nearest(name: &str, beside: Beside<'_>, slips: bool) -> Option<String> {
    let plain = path::candidates(name).pop()?;
    let below = plain.rsplit_once('/').map(|(below, _)| below).filter(|below| is_below(below));
    let wanted = file(name)?.to_lowercase();
    [below, Some("")].into_iter().flatten().find_map(|below| {
        let images = beside.images_in(below);
        let near = best(&wanted, &images, slips)?;
        Some(if below.is_empty() { near } else { format!("{}/{near}", below.trim_start_matches("./")) })
    })
}

/// Returns a name that differs in case, in its extension, or by a typo, in this order.
fn best(wanted: &str, images: &[String], slips: bool) -> Option<String> {
    let stem = |name: &str| name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
    let distance = |image: &&String| strsim::damerau_levenshtein(&stem(image), &stem(wanted));
    let most = if slips { stem(wanted).chars().count().div_ceil(4).min(3) } else { 0 };
    images
        .iter()
        .find(|image| image.to_lowercase() == wanted)
        .or_else(|| images.iter().min_by_key(distance).filter(|image| distance(image) <= most))
        .cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_image_is_the_one_that_was_meant() {
        let images = ["RGB.JPG", "photo.jpeg", "头像.png", "a.png"].map(str::to_owned);
        for (wanted, near) in [
            ("rgb.jpg", Some("RGB.JPG")),
            ("photo.jpg", Some("photo.jpeg")),
            ("phtoo.jpg", Some("photo.jpeg")),
            ("头象.png", Some("头像.png")),
            ("me.png", None),
            ("banner.png", None),
        ] {
            assert_eq!(best(wanted, &images, true).as_deref(), near, "{wanted}");
        }
    }

    #[test]
    fn another_machine_is_told_from_a_drive() {
        for name in ["https://example.com/a.png", "//cdn.example.com/a", "HTTP://x", "ftp://x/y", "blob:abc"]
        {
            assert!(is_remote(name), "{name}");
        }
        for name in ["a.png", "C:\\a.png", "c:/a.png", "file:///a.png", "/a.png", "图：一.png"] {
            assert!(!is_remote(name), "{name}");
        }
        assert_eq!(file("https://example.com/x/me.png?s=200").as_deref(), Some("me.png"));
        assert_eq!(file("https://example.com/x/Go-1.20-blue"), None);
        assert_eq!(file("C:\\Users\\x\\image 1.png").as_deref(), Some("image 1.png"));
    }
}
