//! `template-error`

use crate::diagnostic::Severity;
use crate::lint::{Check, Group, Rule};

pub(in crate::lint) const RULE: Rule = Rule {
    id: "template-error",
    group: Group::Files,
    severity: Severity::Error,
    build: true,
    summary: "a template of the site's own theme fails, or a page asks for one that is not there",
    why: "A template or component that cannot be read makes the built-in theme stand in for the site's own; a page \
          whose template fails is written without one. The help shows what Tera, the engine, says of it. A template \
          that fails on many pages is reported once. [Templates](@reference/templates) lists what a template gets.",
    bad: "# Kelp\n\n=== theme/templates/page.html\n<h1>{{ page.titel }}</h1>\n{{ content | safe }}\n",
    good: "# Kelp\n\n=== theme/templates/page.html\n<h1>{{ page.title }}</h1>\n{{ content | safe }}\n",
    check: Check::Elsewhere,
    ..Rule::PLAIN
};
