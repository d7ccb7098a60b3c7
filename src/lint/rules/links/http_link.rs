//! `http-link`

use crate::diagnostic::{Diagnostic, Fix, Safety, Severity};
use crate::document::LinkRole;
use crate::lint::{Check, Group, Origin, Page, Rule};
use crate::source::Span;

pub(in crate::lint) const RULE: Rule = Rule {
    id: "http-link",
    group: Group::Links,
    severity: Severity::Suggestion,
    on: false,
    summary: "a link asks for a page without encryption, where the host encrypts all of them",
    why: "The host sends the reader on to `https://` anyway; on the way there, anybody between can read along and answer in its \
          place. Only hosts are looked at that are known to encrypt.",
    bad: "# Install\n\nTake it from [the repository](http://github.com/example/example).\n",
    good: "# Install\n\nTake it from [the repository](https://github.com/example/example), not from \
           [the old host](http://example.org).\n",
    fix: Some(Safety::Safe),
    sources: &[Origin { name: "W3C, Securing the web", url: "https://www.w3.org/2001/tag/doc/web-https" }],
    check: Check::Page(check),
    ..Rule::PLAIN
};

/// Hosts that answer every request without encryption by sending it on; names below them count too.
const HOSTS: &[&str] = &[
    "apache.org",
    "archlinux.org",
    "bitbucket.org",
    "codeberg.org",
    "crates.io",
    "creativecommons.org",
    "debian.org",
    "developer.mozilla.org",
    "docker.com",
    "docs.rs",
    "eclipse.org",
    "fedoraproject.org",
    "getbootstrap.com",
    "git-scm.com",
    "github.com",
    "github.io",
    "gitlab.com",
    "gnu.org",
    "golang.org",
    "google.com",
    "ietf.org",
    "kernel.org",
    "kubernetes.io",
    "matrix.org",
    "medium.com",
    "microsoft.com",
    "mozilla.org",
    "nodejs.org",
    "npmjs.com",
    "numfocus.org",
    "opensource.org",
    "pypi.org",
    "python.org",
    "readthedocs.io",
    "readthedocs.org",
    "reddit.com",
    "rubygems.org",
    "rust-lang.org",
    "slack.com",
    "sourceforge.net",
    "stackoverflow.com",
    "twitter.com",
    "ubuntu.com",
    "w3.org",
    "wikipedia.org",
    "youtube.com",
];

fn check(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    let document = page.document;
    for link in &document.links {
        let destination = &*document.destinations[link.destination as usize];
        let Some(rest) = destination.strip_prefix("http://") else { continue };
        let host = rest.split(['/', '?', '#']).next().unwrap_or("").to_ascii_lowercase();
        let is_below =
            |known: &&str| host.strip_suffix(*known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        if !HOSTS.iter().any(is_below) {
            continue;
        }
        let finding = page.at(link.span, format!("`{host}` encrypts all its pages")).help("write `https://`");
        let start = link.span.start
            + u32::from(link.role == LinkRole::Autolink && link.span.of(&document.text).starts_with('<'));
        let scheme = Span { start, end: start + 4 };
        let is_written = document.text.get(start as usize..).is_some_and(|text| text.starts_with("http://"));
        diagnostics.push(match is_written {
            true => finding.fix(Fix::replace(scheme, "https", Safety::Safe).titled("write `https://`")),
            false => finding,
        });
    }
}
