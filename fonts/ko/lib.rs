//! Korean forms of Han beside Noto Sans and Serif SC: subsets of Noto Sans and Serif CJK KR. For the résumé compiler [jianli](https://docs.rs/jianli).

#![no_std]

/// The files, each with its name.
pub static FACES: &[(&str, &[u8])] = &[
    ("ResumeNotoSansCJKKRDelta-Regular.otf", include_bytes!("ResumeNotoSansCJKKRDelta-Regular.otf")),
    ("ResumeNotoSansCJKKRDelta-Bold.otf", include_bytes!("ResumeNotoSansCJKKRDelta-Bold.otf")),
    ("ResumeNotoSerifCJKKRDelta-Regular.otf", include_bytes!("ResumeNotoSerifCJKKRDelta-Regular.otf")),
    ("ResumeNotoSerifCJKKRDelta-Bold.otf", include_bytes!("ResumeNotoSerifCJKKRDelta-Bold.otf")),
];

/// The texts of their licences, each with its file's name.
pub static LICENCES: &[(&str, &str)] =
    &[("DEBIAN-fonts-noto-cjk-copyright.txt", include_str!("DEBIAN-fonts-noto-cjk-copyright.txt"))];
