//! `unsized-image`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Origin, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "unsized-image",
    group: Group::Whole,
    severity: Severity::Suggestion,
    summary: "an image that a page shows does not say how large it is",
    why: "Waypost writes width and height of every image into the page, so that the text does not jump when the image arrives. Some SVG files have neither `width` and `height` in pixels nor a `viewBox`, and a file that is broken has no size at all.",
    bad: "# Kelp\n\n![A leaf](leaf.svg)\n\n=== content/leaf.svg\n<svg xmlns='http://www.w3.org/2000/svg'></svg>\n",
    good: "# Kelp\n\n![A leaf](leaf.svg)\n\n=== content/leaf.svg\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'></svg>\n",
    sources: &[Origin {
        name: "web.dev: Optimize Cumulative Layout Shift",
        url: "https://web.dev/articles/optimize-cls",
    }],
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
