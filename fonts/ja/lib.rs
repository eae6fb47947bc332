//! Japanese forms of Han beside Noto Sans and Serif SC: subsets of Noto Sans and Serif CJK JP. For the résumé compiler [jianli](https://docs.rs/jianli).

#![no_std]

/// The files, each with its name.
pub static FACES: &[(&str, &[u8])] = &[
    ("ResumeNotoSansCJKJPDelta-Regular.otf", include_bytes!("ResumeNotoSansCJKJPDelta-Regular.otf")),
    ("ResumeNotoSansCJKJPDelta-Bold.otf", include_bytes!("ResumeNotoSansCJKJPDelta-Bold.otf")),
    ("ResumeNotoSerifCJKJPDelta-Regular.otf", include_bytes!("ResumeNotoSerifCJKJPDelta-Regular.otf")),
    ("ResumeNotoSerifCJKJPDelta-Bold.otf", include_bytes!("ResumeNotoSerifCJKJPDelta-Bold.otf")),
];

/// The texts of their licences, each with its file's name.
pub static LICENCES: &[(&str, &str)] =
    &[("DEBIAN-fonts-noto-cjk-copyright.txt", include_str!("DEBIAN-fonts-noto-cjk-copyright.txt"))];
