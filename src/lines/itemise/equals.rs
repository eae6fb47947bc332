//! Signs that look like others: `⋅` is drawn as `·` where no face has it. The text stays what its author wrote.

/// Returns the sign that looks the same, and that more faces have.
pub(super) fn equal(c: char) -> Option<char> {
    Some(match c {
        // Dots between words.
        '⋅' | '∙' | '⸱' | '⸳' | 'ꞏ' | '᛫' | '⁃' | '‧' => '·',
        // Bullets.
        '⦁' | '⬤' | '⚫' | '⏺' | '‣' | '🔹' | '🔸' => '•',
        '∘' | '⦾' | '⚬' | '⚪' => '◦',
        '⬝' | '◾' | '￭' => '▪',
        '⬞' | '◽' => '▫',
        '∗' | '⁎' | '✱' => '*',
        // Hyphens and dashes.
        '‐' | '‑' | '﹣' | '⁻' => '-',
        '‒' | '﹘' => '–',
        '―' | '⸺' | '⸻' => '—',
        '⟶' | '➜' | '➝' | '⮕' => '→',
        _ => return None,
    })
}
