//! Traditional Chinese forms of Han beside Noto Sans and Serif SC: subsets of Noto Sans and Serif CJK TC. For the résumé compiler [jianli](https://docs.rs/jianli).

#![no_std]

/// The files, each with its name.
pub static FACES: &[(&str, &[u8])] = &[
    ("ResumeNotoSansCJKTCDelta-Regular.otf", include_bytes!("ResumeNotoSansCJKTCDelta-Regular.otf")),
    ("ResumeNotoSansCJKTCDelta-Bold.otf", include_bytes!("ResumeNotoSansCJKTCDelta-Bold.otf")),
    ("ResumeNotoSerifCJKTCDelta-Regular.otf", include_bytes!("ResumeNotoSerifCJKTCDelta-Regular.otf")),
    ("ResumeNotoSerifCJKTCDelta-Bold.otf", include_bytes!("ResumeNotoSerifCJKTCDelta-Bold.otf")),
];

/// The texts of their licences, each with its file's name.
pub static LICENCES: &[(&str, &str)] =
    &[("DEBIAN-fonts-noto-cjk-copyright.txt", include_str!("DEBIAN-fonts-noto-cjk-copyright.txt"))];
