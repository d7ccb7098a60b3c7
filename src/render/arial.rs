//! How wide a text is in Arial, and in the fonts that are made to its measure. A build must not ask the fonts of its machine:
//! the same diagram would be another drawing elsewhere.

/// The widths of the characters from the space to `~`, in thousandths of the font's size.
const REGULAR: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];
/// The same in bold letters.
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
];
/// What most other letters take.
const LETTER: u32 = 600;
/// What an ideograph or an emoji takes.
const SQUARE: u32 = 1000;

/// The width of a text, in the unit of `size`. `weight` is as in CSS.
pub(super) fn width(text: &str, size: f64, weight: Option<&str>) -> f64 {
    let is_bold = |weight: &str| weight.starts_with("bold") || weight.parse().is_ok_and(|weight: u32| weight >= 600);
    let widths = if weight.is_some_and(is_bold) { &BOLD } else { &REGULAR };
    let thousandths = text.chars().map(|c| match c {
        ' '..='~' => u32::from(widths[c as usize - usize::from(b' ')]),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{fe0e}' | '\u{fe0f}' => 0,
        '\u{2e80}'.. => SQUARE,
        _ => LETTER,
    });
    f64::from(thousandths.sum::<u32>()) / 1000.0 * size
}
