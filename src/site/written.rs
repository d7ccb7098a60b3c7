//! When the pages of a site were written, and by whom of its community. Entry point: [`written`].
//!
//! An author of commits is somebody of the community where an address says so, and nowhere else: two people can have one
//! name. Who is not listed is not named.

use std::collections::BTreeMap;

use super::Site;
use crate::community::Person;
use crate::data::Date;
use crate::source::history::History;

/// What the repository tells of one page.
#[derive(Debug, Clone, Default)]
pub(super) struct Written {
    /// The day of the last commit that changed it.
    pub(super) updated: Option<Date>,
    /// Ids of the people who wrote it, in the order of the data.
    pub(super) contributors: Vec<String>,
}

/// For each summary of the site.
pub(super) fn written(site: &Site, history: &History) -> Vec<Written> {
    let people = people(site);
    let of_file = |path: &str| {
        let Some(known) = history.files.get(path) else { return Written::default() };
        let wanted = &site.config.git;
        let mut numbers: Vec<usize> = match wanted.contributors {
            true => known.authors.iter().filter_map(|author| *people.get(&address(&author.email))?).collect(),
            false => Vec::new(),
        };
        numbers.sort_unstable();
        numbers.dedup();
        Written {
            updated: known.day.parse().ok().filter(|_| wanted.updated),
            contributors: numbers.into_iter().map(|number| site.community.people[number].id.clone()).collect(),
        }
    };
    site.summaries.iter().map(|summary| of_file(&summary.path)).collect()
}

/// Where hosts let people commit without an address of their own: the host's name in `handles`, and what the address ends
/// with.
const HOSTS: &[(&str, &str)] = &[
    ("github", "@users.noreply.github.com"),
    ("gitlab", "@users.noreply.gitlab.com"),
    ("codeberg", "@noreply.codeberg.org"),
];

/// Addresses of those who are listed → index of the person; nobody where two people have the same.
fn people(site: &Site) -> BTreeMap<String, Option<usize>> {
    let mut people = BTreeMap::new();
    for (number, person) in site.community.people.iter().enumerate() {
        let listed = Some(number).filter(|_| person.fields.listed);
        for address in addresses(&person.fields) {
            people.entry(address).and_modify(|known| *known = None).or_insert(listed);
        }
    }
    people
}

fn addresses(person: &Person) -> Vec<String> {
    let own = person.address.as_deref().map(address);
    let hosted = HOSTS.iter().filter_map(|(host, end)| {
        let handle = person.handles.get(*host)?.trim_start_matches('@');
        Some(address(&format!("{handle}{end}")))
    });
    let mut all: Vec<String> = own.into_iter().chain(hosted).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// An address in the form in which two are compared: `12345+octocat@users.noreply.github.com` is that of `octocat`.
fn address(written: &str) -> String {
    let address = written.trim().to_lowercase();
    let is_hosted = HOSTS.iter().any(|(_, end)| address.ends_with(end));
    let number = |number: &str| number.chars().all(|c| c.is_ascii_digit());
    let without_number = [('+', "github"), ('-', "gitlab")].iter().find_map(|(mark, host)| {
        let (before, rest) = address.split_once(*mark)?;
        (is_hosted && address.ends_with(&format!("{host}.com")) && number(before)).then(|| rest.to_owned())
    });
    without_number.unwrap_or(address)
}
