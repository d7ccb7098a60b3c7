//! Labels of issues and pull requests.

use std::collections::{BTreeMap, BTreeSet};

use super::{Block, keys, nothing_more};
use crate::diagnostic::nearest;
use crate::site::Site;

/// `:::labels`
pub(super) const BLOCK: Block = Block {
    name: "labels",
    entity: "label",
    at: "maintainers/labels",
    list: |community| keys(&community.labels),
    facets: &["group"],
    more: nothing_more,
    pages: None,
};

/// What texts name that begins like the labels of a group and is none of them, with the label that was probably meant.
pub fn undeclared_labels(site: &Site) -> BTreeMap<&str, Option<&str>> {
    let community = &site.community;
    let groups: BTreeSet<String> = community.labels.iter().filter_map(|label| label.fields.prefix()).collect();
    let words = site.summaries.iter().flat_map(|summary| &summary.label_words).map(|words| &**words);
    let of_a_group = words.filter(|words| words.split_once(':').is_some_and(|(group, _)| groups.contains(group)));
    let undeclared = of_a_group.filter(|words| community.index.find("label", words).is_none());
    undeclared.map(|words| (words, nearest(words, community.index.names("label")))).collect()
}
