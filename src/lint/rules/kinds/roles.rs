//! Sections that every writer calls the same: what comes before the steps, and what comes after.

use super::phrases;

/// What a section is for, by the words of its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// What the reader needs.
    Prerequisites,
    /// How they see that it worked.
    Verification,
    /// What to do where it did not.
    Troubleshooting,
    /// Where to go from here.
    Onward,
}

const ROLES: &[(Role, &[&str])] = &[
    (
        Role::Prerequisites,
        &[
            "prerequisites",
            "prerequisite",
            "pre-requisites",
            "pre-requisite",
            "before you begin",
            "before you start",
            "requirements",
            "what you need",
            "what you'll need",
            "what you will need",
            "you need",
            "you will need",
            "you'll need",
        ],
    ),
    (
        Role::Verification,
        &[
            "verification",
            "verify",
            "verify the result",
            "verify that it works",
            "result",
            "results",
            "check the result",
        ],
    ),
    (Role::Troubleshooting, &["troubleshooting", "troubleshoot", "if it does not work", "when something goes wrong"]),
    (
        Role::Onward,
        &[
            "next steps",
            "next step",
            "what's next",
            "what next",
            "where to go next",
            "where to go from here",
            "see also",
            "related",
            "related pages",
            "related docs",
            "related links",
            "related topics",
            "additional resources",
            "further reading",
            "further information",
            "learn more",
            "read more",
        ],
    ),
];

/// The role of a heading, if its words have one.
pub(super) fn role(heading: &str) -> Option<Role> {
    let words = plain(heading);
    ROLES.iter().find(|(_, names)| names.contains(&&*words)).map(|(role, _)| *role)
}

/// A heading above what a page is for: `Objectives`, `What you will build`.
pub(super) fn is_aim(heading: &str) -> bool {
    let words = plain(heading);
    let begins = |starts: &[&str]| starts.iter().any(|start| phrases::length(&words, start).is_some());
    begins(&["learning goals", "learning objectives", "in this section", "in this part"])
        || begins(&["objective", "objectives", "goal", "goals", "outcome", "aim", "aims", "in this tutorial", "costs"])
        || begins(&["what you will", "what you'll", "what we will", "what we'll", "what are we"])
        || begins(&["overview", "introduction", "architecture", "solution overview"])
}

/// A heading above what was made: `Summary`.
pub(super) fn is_summary(heading: &str) -> bool {
    matches!(
        &*plain(heading),
        "summary" | "conclusion" | "conclusions" | "recap" | "congratulations" | "wrapping up" | "wrap up"
    )
}

/// A heading above what takes everything away again: `Clean up`.
pub(super) fn is_cleanup(heading: &str) -> bool {
    let words = plain(heading);
    let starts = ["clean", "cleanup", "cleaning", "delete", "deleting", "remove", "removing", "shut down", "tear down"];
    starts.iter().any(|start| phrases::length(&words, start).is_some())
}

/// The words of a heading in lower case, without numbers, marks and punctuation around them.
pub(super) fn plain(heading: &str) -> String {
    let heading = heading.trim_matches(|c: char| !c.is_alphabetic());
    heading.to_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_known_in_every_dress() {
        assert_eq!(role("1. What’s next?"), Some(Role::Onward));
        assert_eq!(role("🔥 Before You Begin"), Some(Role::Prerequisites));
        assert_eq!(role("Results of the vote"), None);
    }
}
