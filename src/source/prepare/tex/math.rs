//! Signs between dollars: `$\alpha$`, `$\beta_2$`, `$\sim$`. They are characters that TeX has no other way to
//! write.

use super::super::lines::{self, Line};
use super::super::{Edit, Repairs};

/// The longest formula that is read, in bytes.
const LONGEST: usize = 60;

/// Replaces commands by their signs, in formulas that contain only letters, digits and signs.
pub(super) fn find(source: &str, lines: &[Line], found: &mut Repairs) {
    for line in lines {
        let text = &source[line.range.clone()];
        if !text.contains('$') || !text.contains('\\') {
            continue;
        }
        let spans = lines::code_spans(text);
        let mut at = 0;
        while let Some(open) = text[at..].find('$').map(|hit| at + hit) {
            let inner = &text[open + 1..];
            let close = inner.find('$').filter(|len| (2..=LONGEST).contains(len));
            let read = close.filter(|_| !lines::inside(&spans, open)).and_then(|len| read(&inner[..len]));
            let (Some(len), Some(words)) = (close, read) else {
                at = open + 1;
                continue;
            };
            let start = line.range.start + open;
            found.edits.push(Edit::text(start..start + len + 2, words));
            at = open + len + 2;
        }
    }
}

/// Returns a formula as text; `None` if it contains more than signs.
fn read(formula: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = formula;
    let mut signs = 0;
    while let Some(c) = rest.chars().next() {
        match c {
            '\\' => {
                let name = &rest[1..];
                let len = name.bytes().take_while(u8::is_ascii_alphabetic).count();
                if len == 0 {
                    let sign = name.chars().next().filter(|c| matches!(c, '%' | '$' | '&' | '#' | '_'))?;
                    out.push(sign);
                    rest = &name[sign.len_utf8()..];
                    continue;
                }
                let sign = SIGNS.iter().find(|(known, _)| *known == &name[..len])?.1;
                signs += 1;
                out.push_str(sign);
                // The blank after a command only ends it.
                rest = name[len..].strip_prefix(' ').unwrap_or(&name[len..]);
            }
            '_' | '^' => {
                let tag = if c == '_' { "sub" } else { "sup" };
                let (inner, behind) = match rest[1..].strip_prefix('{') {
                    Some(group) => group.split_once('}')?,
                    None => rest[1..].split_at_checked(rest[1..].chars().next()?.len_utf8())?,
                };
                let inner = if inner.starts_with('\\') { read(inner)? } else { plain(inner)?.to_owned() };
                out.push_str(&format!("<{tag}>{inner}</{tag}>"));
                rest = behind;
            }
            _ if is_plain(c) => {
                out.push(c);
                rest = &rest[c.len_utf8()..];
            }
            _ => return None,
        }
    }
    (signs > 0).then_some(out)
}

fn plain(text: &str) -> Option<&str> {
    (!text.is_empty() && text.chars().all(is_plain)).then_some(text)
}

fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | '+' | '-' | '=' | '.' | ',' | '/' | '(' | ')' | ':')
}

/// The commands for single signs, with their signs.
#[rustfmt::skip]
const SIGNS: &[(&str, &str)] = &[
    ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ε"), ("varepsilon", "ε"),
    ("zeta", "ζ"), ("eta", "η"), ("theta", "θ"), ("vartheta", "ϑ"), ("iota", "ι"), ("kappa", "κ"),
    ("lambda", "λ"), ("mu", "μ"), ("nu", "ν"), ("xi", "ξ"), ("pi", "π"), ("rho", "ρ"), ("sigma", "σ"),
    ("varsigma", "ς"), ("tau", "τ"), ("upsilon", "υ"), ("phi", "φ"), ("varphi", "φ"), ("chi", "χ"),
    ("psi", "ψ"), ("omega", "ω"), ("Gamma", "Γ"), ("Delta", "Δ"), ("Theta", "Θ"), ("Lambda", "Λ"),
    ("Xi", "Ξ"), ("Pi", "Π"), ("Sigma", "Σ"), ("Phi", "Φ"), ("Psi", "Ψ"), ("Omega", "Ω"),
    ("times", "×"), ("pm", "±"), ("approx", "≈"), ("sim", "~"), ("leq", "≤"), ("le", "≤"), ("geq", "≥"),
    ("ge", "≥"), ("neq", "≠"), ("to", "→"), ("rightarrow", "→"), ("leftarrow", "←"), ("cdot", "·"),
    ("bullet", "•"), ("infty", "∞"), ("circ", "°"), ("degree", "°"), ("star", "★"), ("mid", "|"),
    ("diamond", "⋄"), ("checkmark", "✓"), ("ldots", "…"), ("dots", "…"), ("cdots", "…"),
];

#[cfg(test)]
mod tests {
    use crate::source::prepare::tests::shown;

    #[test]
    fn signs_between_dollars_are_letters() {
        for (source, want) in [
            (r"the $\alpha$-helix", "the α-helix"),
            (r"$\beta_2$ and $\mu^{-1}$", "β<sub>2</sub> and μ<sup>-1</sup>"),
            (r"up $\approx 30\%$ in 2 years", "up ≈30% in 2 years"),
            (r"$\Delta t$, $x \leq 3$", "Δt, x ≤3"),
            (r"A $\cdot$ B $\rightarrow$ C", "A · B → C"),
        ] {
            assert_eq!(shown(source), want, "{source}");
        }
        for source in [r"costs $5 and \$6", r"`$\alpha$`", r"$\frac{a}{b}$", r"$a + b$ \*", r"US$ 5, \# A$ 6"]
        {
            assert_eq!(shown(source), source, "{source}");
        }
    }
}
