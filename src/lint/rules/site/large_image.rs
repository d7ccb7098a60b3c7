//! `large-image`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Origin, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "large-image",
    group: Group::Whole,
    severity: Severity::Suggestion,
    summary: "an image file has more than a megabyte",
    why: "A megabyte takes five seconds on a slow phone network, and costs money on many. Save photographs and screenshots as WebP or AVIF, no larger than they are shown. A long animation is far smaller as a video.",
    bad: "# Kelp\n\n![The bay at low tide](bay.png)\n",
    good: "# Kelp\n\n![The bay at low tide](bay.webp)\n\n=== content/bay.webp\n(the picture)\n",
    sources: &[Origin {
        name: "Lighthouse: Avoid enormous network payloads",
        url: "https://developer.chrome.com/docs/lighthouse/performance/total-byte-weight",
    }],
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
