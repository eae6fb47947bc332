//! A post in brackets after an employer, a degree after a school: `某云（工程师）`, `某云 (职位-工程师)`.

use super::kin::Kin;
use super::seams::{Joint, Seam, roles};
use crate::model::words;

/// Returns the seam between an employer and the post in brackets after it.
pub(super) fn brackets(text: &str, kin: Kin) -> Option<Seam> {
    let body = text.strip_suffix([')', '）', ']', '】'])?;
    let open = body.rfind(['(', '（', '[', '【'])?;
    let lead = body[open..].chars().next()?.len_utf8();
    let (before, inner) = (text[..open].trim_end(), &body[open + lead..]);
    const KEYS: [&str; 8] = ["职位", "职务", "岗位", "職位", "職務", "角色", "Role", "Position"];
    const DEGREES: [&str; 3] = ["学历", "學歷", "Degree"];
    let keys = if kin == Kin::Work { &KEYS[..] } else { &DEGREES };
    let keyed = keys.iter().find_map(|key| {
        let rest = inner.trim_start().strip_prefix(key)?.trim_start();
        rest.strip_prefix(['-', '－', '—', '：', ':']).map(str::trim_start)
    });
    let post = keyed.unwrap_or_else(|| inner.trim_start());
    let start = body.len() - post.len();
    let post = post.trim_end();
    let other = kin == Kin::Work || kin.is_house(before);
    let named = !before.is_empty() && !kin.is_own(before) && !words::is_place(before) && other;
    // `Sample University (MS)` may be in Mississippi.
    let state = kin == Kin::Study && post.len() < 3;
    let told = keyed.is_some() || !state && kin.is_own(post) && !words::is_employment_kind(post);
    // `（原某某科技 工程师）`, `（2 人前端）`
    let plain = !post.is_empty() && !post.contains([',', '，', '、', ';', '；', '。', '(', '（']);
    (named && told && plain).then(|| Seam {
        joint: Joint::Brackets,
        pieces: [0..before.len(), start..start + post.len()],
        rest: None,
        gaps: vec![before.len()..start, start + post.len()..text.len()],
        roles: roles(kin, false),
        sure: true,
    })
}
